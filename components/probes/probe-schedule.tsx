import { useQuery } from "@tanstack/react-query";
import { dueTime } from "@/components/checks/due-time";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { ScanSchedule } from "@/lib/scans/schedule-types";
import { ProbeScheduleForm } from "./probe-schedule-form";
import { probeScheduleQuery } from "./queries";

/** When probes are tried by themselves. */
export function ProbeSchedule({ maySet }: { maySet: boolean }) {
  const { data: schedule, isPending, isError, error, refetch, isFetching } = useQuery(probeScheduleQuery);
  return (
    <Card aria-labelledby="schedule-title" className="max-w-3xl">
      <CardHeader>
        <CardTitle id="schedule-title">Try by schedule</CardTitle>
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
            <ProbeScheduleForm key={schedule?.setAt ?? "none"} schedule={schedule} />
          ) : (
            <p className="text-muted-foreground text-xs">
              Admins set the schedule, because probes write before they take it back.
            </p>
          )}
        </CardContent>
      )}
    </Card>
  );
}

function InForce({ schedule }: { schedule: ScanSchedule | null }) {
  if (!schedule)
    return <p className="font-medium">Probes are tried by people and after repairs only: no schedule is set.</p>;
  const { cron, timezone, setBy, setAt, next } = schedule;
  const [first] = next;
  return (
    <p>
      <span className="font-medium">
        Probes are tried by themselves: <code className="font-mono text-xs">{cron}</code>, {timezone}.
      </span>{" "}
      <span className="text-muted-foreground">
        Set by {setBy} <RelativeTime at={setAt} />.{first && ` The next time: ${dueTime(first, timezone)}.`}
      </span>
    </p>
  );
}
