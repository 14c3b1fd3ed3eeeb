import { StepList } from "@/components/plans/step-list";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { formatCount, formatDuration } from "@/components/ui/format";
import { StatusBadge } from "@/components/ui/status-badge";
import type { RunStep } from "@/lib/runs/types";

/** The steps as they went: state, rows, time, and the SQL that ran. */
export function RunSteps({ steps }: { steps: RunStep[] }) {
  return (
    <Card aria-labelledby="steps-title">
      <CardHeader>
        <CardTitle id="steps-title">Steps</CardTitle>
      </CardHeader>
      <StepList
        steps={steps}
        aside={(step) => (
          <span className="flex items-center gap-3 text-muted-foreground text-xs">
            {step.affected !== null && <span>{formatCount(step.affected, "row")}</span>}
            {step.startedAt && step.finishedAt && isAlone(step, steps) && (
              <span>{formatDuration(Date.parse(step.finishedAt) - Date.parse(step.startedAt))}</span>
            )}
            <StatusBadge status={step.status} label={partOf(step)} />
          </span>
        )}
        note={(step) => step.error && <p className="text-danger">{step.error}</p>}
      />
    </Card>
  );
}

/** Steps that share a transaction end together, with it: only a step of its own has a time of its own. */
function isAlone(step: RunStep, steps: RunStep[]): boolean {
  return step.transaction === null || steps.filter((other) => other.transaction === step.transaction).length === 1;
}

/** A step of every batch that waits for the next one, or for none any more. */
function partOf({ status, affected }: RunStep): string | undefined {
  return status === "pending" && affected !== null && affected > 0 ? "Partly done" : undefined;
}
