import { useQueryClient } from "@tanstack/react-query";
import type { Run, RunStatus } from "@/lib/runs/types";
import { runQuery } from "./queries";

/** Shows the state that a wish has led to at once, and reads the run again. */
export function useRunMoved(id: string) {
  const client = useQueryClient();
  return async ({ status }: { status: RunStatus }) => {
    const { queryKey } = runQuery(id);
    client.setQueryData(queryKey, (run: Run | undefined) => run && { ...run, status, asks: [] });
    await client.invalidateQueries({ queryKey });
  };
}
