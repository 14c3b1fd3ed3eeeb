import dynamic from "next/dynamic";
import Link from "next/link";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Plan } from "@/lib/plans/types";
import { planAge } from "./plan-age";
import { PreviewAgainButton } from "./preview-again-button";
import { useNow } from "./use-now";

// Only who applies needs its code.
const ApplyDialog = dynamic(() => import("./apply-dialog").then((file) => file.ApplyDialog));

interface ApplyBarProps {
  plan: Plan;
  mayRepair: boolean;
  /** Instead of going to the run's page. */
  onStarted?: (runId: string) => void;
}

/** Applies the preview; where that cannot be, says why beside the button. */
export function ApplyBar({ plan, mayRepair, onStarted }: ApplyBarProps) {
  const id = useId();
  const [asking, setAsking] = useState<boolean | null>(null);
  const age = planAge(plan.createdAt, useNow());

  if (plan.runId !== null) {
    return (
      <Bar text="This preview was applied. It runs once.">
        <Link href={`/runs/${plan.runId}`} className={buttonVariants({ variant: "primary" })}>
          See the run
        </Link>
      </Bar>
    );
  }
  const refusal = applyRefusal(plan, mayRepair, age === "stale");
  return (
    <Bar
      id={id}
      text={
        refusal ?? (
          <>
            Previewed <RelativeTime at={plan.createdAt} /> by {plan.createdBy}. Nothing has been changed yet
            {age === "ageing" ? "; this preview will soon be too old." : "."}
          </>
        )
      }
    >
      {mayRepair && age !== "fresh" && <PreviewAgainButton plan={plan} />}
      <Button
        variant={plan.confirmation.kind === "phrase" ? "danger" : "primary"}
        disabled={refusal !== null}
        aria-describedby={id}
        onClick={() => setAsking(true)}
      >
        Apply…
      </Button>
      {asking !== null && <ApplyDialog plan={plan} open={asking} onOpenChange={setAsking} onStarted={onStarted} />}
    </Bar>
  );
}

function applyRefusal(plan: Plan, mayRepair: boolean, stale: boolean): string | null {
  if (!mayRepair) return "You are signed in as a viewer. Operators apply previews; an admin gives that role.";
  if (plan.willChange === 0) return "Nothing would change, so there is nothing to apply.";
  if (stale) return "This preview is more than an hour old. The rows may have moved: preview again.";
  return null;
}

function Bar({ id, text, children }: { id?: string; text: React.ReactNode; children: React.ReactNode }) {
  return (
    <Card className="flex-row flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <p id={id} className="text-muted-foreground">
        {text}
      </p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </Card>
  );
}
