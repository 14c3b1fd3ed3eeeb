import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { setProbeScheduleAction } from "@/app/(console)/probes/actions";
import { isTimezone } from "@/components/checks/due-time";
import { ScheduleFields } from "@/components/checks/schedule-fields";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ScanSchedule } from "@/lib/scans/schedule-types";

export function ProbeScheduleForm({ schedule }: { schedule: ScanSchedule | null }) {
  const [cron, setCron] = useState(schedule?.cron ?? "30 3 * * *");
  const [timezone, setTimezone] = useState(schedule?.timezone ?? "UTC");
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (wanted: string | null) => act(setProbeScheduleAction({ cron: wanted, timezone: timezone.trim() })),
    onSuccess: async (now) => {
      await client.invalidateQueries({ queryKey: ["probes", "schedule"] });
      toast(now ? "Probes are tried by this schedule." : "Probes are tried by people and after repairs only.");
    },
  });
  const faults = {
    cron: cron.trim() === "" ? "Write a schedule." : undefined,
    timezone: isTimezone(timezone.trim()) ? undefined : `There is no time zone “${timezone}”.`,
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!set.isPending && !faults.cron && !faults.timezone) set.mutate(cron);
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Schedule" className="flex flex-col gap-3 border-t pt-4">
      <ScheduleFields cron={cron} timezone={timezone} faults={faults} onCron={setCron} onTimezone={setTimezone} />
      {set.error && (
        <Notice tone="danger" title="The schedule was not changed">
          <p>{set.error.message}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={set.isPending}>
          Save the schedule
        </Button>
        {schedule && (
          <Button onClick={() => set.mutate(null)} disabled={set.isPending}>
            Turn it off
          </Button>
        )}
      </div>
    </form>
  );
}
