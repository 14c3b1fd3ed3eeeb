import { CircleCheck } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { MarkLink } from "./mark-link";
import type { RecordMarks } from "./responses";

/** The findings that name this record, or that none does, or that nobody could tell. */
export function RecordFindings({ marks, recordKey }: { marks: RecordMarks | undefined; recordKey: string }) {
  return (
    <section aria-label="Findings" className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-2">
      {marks === undefined && <Skeleton className="h-4 w-44" />}
      {marks === null && (
        <Notice tone="warning" className="w-full">
          Whether findings name this record could not be checked.
        </Notice>
      )}
      {marks && !marks[recordKey]?.length && (
        <span className="inline-flex items-center gap-1.5 text-muted-foreground">
          <CircleCheck aria-hidden className="size-4 text-success" />
          No finding names this record
        </span>
      )}
      {marks?.[recordKey]?.map((mark) => (
        <MarkLink key={mark.findingId} mark={mark} />
      ))}
    </section>
  );
}
