import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { ProbeResult, ProbeView } from "@/lib/probe-runs/types";
import type { ScanSchedule } from "@/lib/scans/schedule-types";

/** All probes, or those of one playbook. */
export const probesQuery = (playbook: string | null) =>
  queryOptions({
    queryKey: ["probes", playbook],
    queryFn: ({ signal }) =>
      getJson<ProbeView[]>(
        playbook === null ? "/api/probes" : `/api/probes?playbook=${encodeURIComponent(playbook)}`,
        signal,
      ),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["probes", "history", id],
    queryFn: ({ signal }) => getJson<ProbeResult[]>(`/api/probes/${encodeURIComponent(id)}`, signal),
  });

export const probeScheduleQuery = queryOptions({
  queryKey: ["probes", "schedule"],
  queryFn: ({ signal }) => getJson<ScanSchedule | null>("/api/probes/schedule", signal),
});
