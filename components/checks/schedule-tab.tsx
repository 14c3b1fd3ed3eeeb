import { useQuery } from "@tanstack/react-query";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { ScanSchedule } from "@/lib/scans/schedule-types";
import { DueTimes } from "./due-times";
import { scheduleQuery } from "./queries";
import { ScheduleForm } from "./schedule-form";

/** When scans start by themselves. */
export function ScheduleTab({ maySet }: { maySet: boolean }) {
  const { data: schedule, isPending, isError, error, refetch, isFetching } = useQuery(scheduleQuery);
  return (
    <Card aria-labelledby="schedule-title" className="max-w-3xl">
      <CardHeader>
        <CardTitle id="schedule-title">Scan by schedule</CardTitle>
      </CardHeader>
      {isPending && (
        <CardContent>
          <Skeleton className="h-5 w-96 max-w-full" />
        </CardContent>
      )}
      {isError && schedule === undefined && (
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      )}
      {schedule !== undefined && (
        <CardContent className="flex flex-col gap-4">
          <InForce schedule={schedule} />
          {maySet ? (
            <ScheduleForm key={schedule?.setAt ?? "none"} schedule={schedule} />
          ) : (
            <p className="text-muted-foreground text-xs">
              Admins set the schedule, because scans read the whole database.
            </p>
          )}
        </CardContent>
      )}
    </Card>
  );
}

function InForce({ schedule }: { schedule: ScanSchedule | null }) {
  if (!schedule) return <p className="font-medium">Scans are started by people only: no schedule is set.</p>;
  const { cron, timezone, setBy, setAt, next } = schedule;
  return (
    <div className="flex flex-col gap-2">
      <p>
        <span className="font-medium">
          Scans start by themselves: <code className="font-mono text-xs">{cron}</code>, {timezone}.
        </span>{" "}
        <span className="text-muted-foreground">
          Set by {setBy} <RelativeTime at={setAt} />.
        </span>
      </p>
      <DueTimes next={next} timezone={timezone} />
    </div>
  );
}
