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
    const ended = seen.current === "running" && status !== "running";
    seen.current = status;
    if (!ended) return;
    for (const key of [...measuredQueryKeys, "plan", "run", "runs", "audit"])
      client.invalidateQueries({ queryKey: [key] });
  }, [client, status]);
  return query;
}
