import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { dryRunCheckAction } from "@/app/(console)/checks/actions";
import { act } from "@/components/shell/act";
import type { DryRun } from "@/lib/custom-checks/types";
import type { CheckDraft } from "./check-draft";

const settleMs = 700;

type Rule = Pick<CheckDraft, "schemaName" | "tableName" | "form" | "sql">;

export type DryRunState =
  | { step: "incomplete" }
  | { step: "waiting" }
  | { step: "running" }
  | { step: "counted"; found: DryRun & { count: number } }
  | { step: "refused"; reason: string; again: () => void };

/** Tries a rule once typing has settled. An answer belongs to the text that was asked, so one that comes late is not shown. */
export function useDryRun({ schemaName, tableName, form, sql: text }: Rule): DryRunState {
  const sql = text.trim();
  const wanted = JSON.stringify({ schemaName, tableName, form, sql });
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), settleMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  const isComplete = tableName !== "" && sql !== "";
  const isSettled = settled === wanted;
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["dry run", wanted],
    queryFn: () => act(dryRunCheckAction({ schemaName, tableName, form, sql })),
    enabled: isComplete && isSettled,
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (!isComplete) return { step: "incomplete" };
  if (!isSettled) return { step: "waiting" };
  if (isFetching) return { step: "running" };
  const again = () => void refetch();
  if (error) return { step: "refused", reason: error.message, again };
  if (!data) return { step: "running" };
  const { count, reason } = data;
  if (count === null) return { step: "refused", reason: reason ?? "It was not counted.", again };
  return { step: "counted", found: { ...data, count } };
}
