import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { setScanScheduleAction } from "@/app/(console)/checks/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ScanSchedule } from "@/lib/scans/schedule-types";
import { isTimezone } from "./due-time";
import { DueTimes } from "./due-times";
import { dueQuery } from "./queries";
import { ScheduleFields } from "./schedule-fields";

const settleMs = 400;

/** A schedule as it is written, with the times that it would give. */
export function ScheduleForm({ schedule }: { schedule: ScanSchedule | null }) {
  const [cron, setCron] = useState(schedule?.cron ?? "30 2 * * *");
  const [timezone, setTimezone] = useState(schedule?.timezone ?? "UTC");
  const [asked, setAsked] = useState({ cron, timezone });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ cron: cron.trim(), timezone: timezone.trim() }), settleMs);
    return () => clearTimeout(timer);
  }, [cron, timezone]);
  const due = useQuery(dueQuery(asked.cron, asked.timezone));
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (wanted: string | null) => act(setScanScheduleAction({ cron: wanted, timezone: timezone.trim() })),
    onSuccess: async (set) => {
      await client.invalidateQueries({ queryKey: ["scans", "schedule"] });
      toast(set ? "Scans start by this schedule." : "Scans are started by people only.");
    },
  });
  const isChanged = cron.trim() !== schedule?.cron || timezone.trim() !== schedule?.timezone;
  const faults = {
    cron: asked.cron === "" ? "Write a schedule." : due.error?.message,
    timezone: isTimezone(asked.timezone) ? undefined : `There is no time zone “${asked.timezone}”.`,
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!set.isPending) set.mutate(cron);
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Schedule" className="flex flex-col gap-3 border-t pt-4">
      <ScheduleFields cron={cron} timezone={timezone} faults={faults} onCron={setCron} onTimezone={setTimezone} />
      {isChanged && due.data && (
        <div aria-live="polite" className="rounded-md bg-muted px-3 py-2">
          <DueTimes next={due.data.next} timezone={asked.timezone} />
        </div>
      )}
      {set.error && (
        <Notice tone="danger" title="The schedule was not changed">
          <p>{set.error.message}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={!isChanged} pending={set.isPending}>
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
