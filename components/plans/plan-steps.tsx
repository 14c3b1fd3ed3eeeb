import { Lock } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Plan, PlanStep } from "@/lib/plans/types";
import { StepList } from "./step-list";

/** What will run, in order. The statements that change the table are shown at once, the others with a click. */
export function PlanSteps({ plan }: { plan: Plan }) {
  const [all, setAll] = useState<boolean | null>(null);
  return (
    <Card aria-labelledby="steps-title">
      <CardHeader>
        <div className="flex flex-col gap-0.5">
          <CardTitle id="steps-title">What will run</CardTitle>
          <CardDescription className="flex items-start gap-1.5">
            <Lock aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            Waits at most one second for a lock, then tries again.
          </CardDescription>
        </div>
        <Button size="sm" onClick={() => setAll(all !== true)}>
          {all === true ? "Hide all SQL" : "Show all SQL"}
        </Button>
      </CardHeader>
      <StepList key={String(all)} steps={plan.steps} isOpen={(step) => all ?? changesTable(plan, step)} />
    </Card>
  );
}

function changesTable(plan: Plan, { lock }: PlanStep): boolean {
  if (plan.form === "schema") return true;
  const reads = lock.mode === "ACCESS SHARE" || lock.mode === "ROW SHARE";
  return !reads && lock.table.schema !== "plumbline" && lock.table.name !== "error_logs";
}
