import { CircleCheck } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { RecordMarks } from "@/lib/findings/mark-records";
import { MarkLink } from "./mark-link";

interface RecordFindingsProps {
  /** Undefined while they are being asked for. */
  marks: RecordMarks | undefined;
  recordKey: string;
}

/** The findings that name this record, or that none does, or why nobody could tell. */
export function RecordFindings({ marks, recordKey }: RecordFindingsProps) {
  const own = marks?.marks[recordKey] ?? [];
  return (
    <section aria-label="Findings" className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-2">
      {!marks && <Skeleton className="h-4 w-44" />}
      {marks?.notChecked && (
        <Notice tone="warning" className="w-full">
          Whether findings name this record could not be checked: {marks.notChecked}
        </Notice>
      )}
      {marks && !marks.notChecked && own.length === 0 && (
        <span className="inline-flex items-center gap-1.5 text-muted-foreground">
          <CircleCheck aria-hidden className="size-4 text-success" />
          No finding of the last scan names this record
        </span>
      )}
      {own.map((mark) => (
        <MarkLink key={mark.findingId} mark={mark} />
      ))}
    </section>
  );
}
