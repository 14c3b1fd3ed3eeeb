import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { cancelScanAction, startScanAction } from "@/app/(console)/actions";
import { act } from "@/components/shell/act";
import { isUnderWay, latestScanQuery, measuredQueryKeys } from "./queries";

/** The latest scan, kept up to date, and the way to start one. What was measured is read again when a scan ends. */
export function useScan() {
  const client = useQueryClient();
  const latest = useQuery(latestScanQuery);
  const start = useMutation({
    mutationFn: () => act(startScanAction()),
    onSettled: () => client.invalidateQueries({ queryKey: latestScanQuery.queryKey }),
  });

  const cancel = useMutation({
    mutationFn: (scanId: string) => act(cancelScanAction({ scanId })),
    onSettled: () => client.invalidateQueries({ queryKey: latestScanQuery.queryKey }),
  });

  const scan = latest.data;
  const seen = useRef<string | null>(null);
  const state = scan === undefined ? null : scan === null ? "none yet" : `${scan.id} ${scan.status}`;
  useEffect(() => {
    const before = seen.current;
    seen.current = state;
    if (before === null || before === state || isUnderWay(scan)) return;
    for (const key of measuredQueryKeys) client.invalidateQueries({ queryKey: [key] });
  }, [client, state, scan]);

  return { latest, scan: scan ?? null, running: isUnderWay(scan), start, cancel };
}
