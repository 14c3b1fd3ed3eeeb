import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { measuredQueryKeys } from "@/components/overview/queries";
import { runQuery } from "./queries";

/** A run, read again until it ends; then everything that it may have changed is read again too. */
export function useRun(id: string) {
  const client = useQueryClient();
  const query = useQuery(runQuery(id));
  const status = query.data?.status;
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    // A short run has ended before it is read for the first time.
    const ended = status !== undefined && status !== "running" && status !== seen.current;
    seen.current = status;
    if (!ended) return;
    for (const key of [...measuredQueryKeys, "plan", "run", "runs", "audit"])
      client.invalidateQueries({ queryKey: [key] });
  }, [client, status]);
  return query;
}
