import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { TableName } from "@/lib/catalog/types";
import type { CheckEntry, WrittenCheck } from "@/lib/check-library/types";
import type { ScanSchedule } from "@/lib/scans/schedule-types";
import type { Baseline } from "@/lib/triage/get-baseline";
import { isTimezone } from "./due-time";

export const checksQuery = queryOptions({
  queryKey: ["checks"],
  queryFn: ({ signal }) => getJson<CheckEntry[]>("/api/checks", signal),
});

export const writtenChecksQuery = queryOptions({
  queryKey: ["checks", "written"],
  queryFn: ({ signal }) => getJson<WrittenCheck[]>("/api/checks/written", signal),
});

export const tablesQuery = queryOptions({
  queryKey: ["checks", "tables"],
  queryFn: ({ signal }) => getJson<TableName[]>("/api/checks/tables", signal),
});

export const baselineQuery = queryOptions({
  queryKey: ["baseline"],
  queryFn: ({ signal }) => getJson<Baseline | null>("/api/baseline", signal),
});

export const scheduleQuery = queryOptions({
  queryKey: ["scans", "schedule"],
  queryFn: ({ signal }) => getJson<ScanSchedule | null>("/api/scans/schedule", signal),
});

/** When scans would be due; a text that is no schedule is answered with a sentence. */
export const dueQuery = (cron: string, timezone: string) =>
  queryOptions({
    queryKey: ["scans", "schedule", "next", cron, timezone],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ cron, timezone });
      return getJson<{ next: string[] }>(`/api/scans/schedule/next?${asked}`, signal);
    },
    enabled: cron !== "" && isTimezone(timezone),
  });
