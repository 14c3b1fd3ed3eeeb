import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { startScanAction } from "@/app/(console)/actions";
import { act } from "@/components/shell/act";
import { latestScanQuery, measuredQueryKeys } from "./queries";

/** The latest scan, kept up to date, and the way to start one. What was measured is read again when a scan ends. */
export function useScan() {
  const client = useQueryClient();
  const latest = useQuery(latestScanQuery);
  const start = useMutation({
    mutationFn: () => act(startScanAction()),
    onSettled: () => client.invalidateQueries({ queryKey: latestScanQuery.queryKey }),
  });

  const scan = latest.data;
  const seen = useRef<string | null>(null);
  const state = scan === undefined ? null : scan === null ? "none yet" : `${scan.id} ${scan.status}`;
  useEffect(() => {
    const before = seen.current;
    seen.current = state;
    if (before === null || before === state || state?.endsWith("running")) return;
    for (const key of measuredQueryKeys) client.invalidateQueries({ queryKey: [key] });
  }, [client, state]);

  return { latest, scan: scan ?? null, running: scan?.status === "running", start };
}
