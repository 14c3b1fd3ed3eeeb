import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { previewRepairAction } from "@/app/(console)/findings/actions";
import { previewUndoAction } from "@/app/(console)/runs/actions";
import { act } from "@/components/shell/act";
import { ApiError } from "@/components/shell/api-error";
import type { Plan } from "@/lib/plans/types";

/** Makes the same preview anew, from the same choices and of the rows that it is given, and goes to it. */
export function usePreviewAgain(plan: Plan) {
  const router = useRouter();
  return useMutation({
    mutationFn: (narrowing: Plan["narrowing"]) => {
      const { repair, findingId, undoOf, input } = plan;
      if (undoOf !== null) return act(previewUndoAction({ runId: undoOf, ...(narrowing && { narrowing }) }));
      if (findingId === null || repair === "undo") {
        throw new ApiError("not_found", "Its finding is gone. Open the findings and begin there.", 404);
      }
      return act(previewRepairAction({ findingId, repair, input, ...(narrowing && { narrowing }) }));
    },
    onSuccess: ({ planId }) => router.push(`/plans/${planId}`),
  });
}
