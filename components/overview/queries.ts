import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { Trends } from "@/lib/overview/get-trends";
import type { Overview } from "@/lib/overview/types";
import type { Scan } from "@/lib/scans/types";

export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: ({ signal }) => getJson<Overview>("/api/overview", signal),
});

export const trendsQuery = queryOptions({
  queryKey: ["overview", "trends"],
  queryFn: ({ signal }) => getJson<Trends>("/api/overview/trends", signal),
});

const whileRunningMs = 700;
/** A scan may begin in another browser, or by itself when the server starts. */
const whileIdleMs = 5_000;

export const latestScanQuery = queryOptions({
  queryKey: ["scans", "latest"],
  queryFn: ({ signal }) => getJson<Scan | null>("/api/scans/latest", signal),
  refetchInterval: (query) => (isUnderWay(query.state.data) ? whileRunningMs : whileIdleMs),
});

/** It has begun and not ended, whether or not somebody has asked it to stop. */
export function isUnderWay(scan: Scan | null | undefined): boolean {
  return scan?.status === "running" || scan?.status === "cancelling";
}

/** What a scan or a run may have changed, by the first part of the query's key. */
export const measuredQueryKeys = [
  "overview",
  "findings",
  "finding",
  "checks",
  "map",
  "references",
  "playbooks",
  "playbook",
  "probes",
  "records",
  "record",
];
