import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { measuredQueryKeys } from "@/components/overview/queries";
import { runQuery } from "./queries";

/** A run, read again until it ends; then everything that it may have changed is read again too. */
export function useRun(id: string) {
  const client = useQueryClient();
  const query = useQuery(runQuery(id));
  const isOver = query.data?.isOver;
  const seen = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    // A short run has ended before it is read for the first time.
    const ended = isOver === true && seen.current !== true;
    seen.current = isOver;
    if (!ended) return;
    for (const key of [...measuredQueryKeys, "plan", "run", "runs", "audit", "quarantine"])
      client.invalidateQueries({ queryKey: [key] });
  }, [client, isOver]);
  return query;
}
