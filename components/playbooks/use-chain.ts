import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { previewRepairAction } from "@/app/(console)/findings/actions";
import { act } from "@/components/shell/act";
import { nextStepQuery } from "./queries";

const nowhere = { plan: null, run: null };

/** Where the chain is, in the URL: at a preview, at its run, or between two steps. After a reload it is still there. */
export function useChain(slug: string) {
  const client = useQueryClient();
  const [place, set] = useQueryStates({ plan: parseAsString, run: parseAsString }, { history: "push" });
  const state = useQuery(nextStepQuery(slug));
  const goOn = useMutation({
    mutationFn: async () => {
      // What is next is measured, never assumed: the step before has just changed it.
      const { next, runId } = await client.fetchQuery(nextStepQuery(slug));
      if (runId !== null) return { plan: null, run: runId };
      if (next.kind !== "repair") return nowhere;
      const { planId } = await act(previewRepairAction({ findingId: next.findingId, repair: next.repair, input: {} }));
      return { plan: planId, run: null };
    },
    onSuccess: (next) => set(next),
  });
  return { place, state, goOn, started: (run: string) => set({ plan: null, run }) };
}
