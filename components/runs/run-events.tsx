import { RelativeTime } from "@/components/ui/relative-time";
import type { RunCourse } from "@/lib/runs/types";
import { courseEntries } from "./course-entries";

/** What happened to the run, newest first: as the audit history has it, and its last batches. */
export function RunEvents({ course }: { course: RunCourse }) {
  return (
    <ol className="flex flex-col gap-2.5">
      {courseEntries(course).map(({ key, at, text, actor, reason, isTrouble }) => (
        <li key={key} className="flex flex-col">
          <span className={isTrouble ? "text-danger" : undefined}>{text}</span>
          <span className="text-muted-foreground text-xs [overflow-wrap:anywhere]">
            <RelativeTime at={at} />
            {actor && `, ${actor}`}
            {reason && `: ${reason}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
