import { dueTime } from "./due-time";

/** When the next scans are due, by the clock of the schedule. */
export function DueTimes({ next, timezone }: { next: string[]; timezone: string }) {
  if (next.length === 0) return null;
  return (
    <div className="text-muted-foreground">
      <p>The next scans:</p>
      <ul className="list-disc pl-5">
        {next.map((at) => (
          <li key={at}>
            <time dateTime={at}>{dueTime(at, timezone)}</time>
          </li>
        ))}
      </ul>
    </div>
  );
}
