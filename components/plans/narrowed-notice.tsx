import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Plan } from "@/lib/plans/types";
import { usePreviewAgain } from "./use-preview-again";

/** Says that a preview is not for all rows of its finding, and leads to the one that is. */
export function NarrowedNotice({ plan, mayRepair }: { plan: Plan; mayRepair: boolean }) {
  const again = usePreviewAgain(plan);
  if (plan.narrowing === null) return null;
  return (
    <div className="px-4 py-2">
      <Notice>
        <p>{sentenceOf(plan.narrowing, plan.undoOf === null ? "finding" : "run")}</p>
        {mayRepair && plan.runId === null && (
          <Button
            size="sm"
            className="mt-1 self-start"
            pending={again.isPending || again.isSuccess}
            onClick={() => again.mutate(null)}
          >
            Preview all rows
          </Button>
        )}
        {again.error && (
          <p role="alert" className="text-danger">
            {again.error.message}
          </p>
        )}
      </Notice>
    </div>
  );
}

function sentenceOf(narrowing: NonNullable<Plan["narrowing"]>, whole: "finding" | "run"): string {
  if ("only" in narrowing)
    return `This preview is for ${rows(narrowing.only.length)} of the ${whole} that were chosen.`;
  return `This preview is for all rows of the ${whole} but ${formatNumber(narrowing.except.length)}, which were taken out.`;
}

function rows(n: number): string {
  return n === 1 ? "1 row" : `${formatNumber(n)} rows`;
}
