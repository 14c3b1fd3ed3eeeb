import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import type { PlaybookStepView } from "@/lib/playbooks/types";
import { playbookProgress } from "./playbook-progress";
import { StepItem } from "./step-item";

/** The ordered repairs of an incident and how far they are. */
export function StepCard({ steps }: { steps: PlaybookStepView[] }) {
  const { done, total, unknown, nextStepId } = playbookProgress(steps);
  return (
    <Card aria-labelledby="steps-title">
      <CardHeader>
        <CardTitle id="steps-title">Repairs, in order</CardTitle>
        <div className="flex items-center gap-3 text-muted-foreground">
          {total > 0 && <Progress label="Steps done" value={done} max={total} className="w-28" />}
          {done} of {total} done{unknown > 0 && `, ${unknown} not checked`}
        </div>
      </CardHeader>
      <ol className="divide-y">
        {steps.map((step, index) => (
          <StepItem key={step.id} number={index + 1} step={step} next={step.id === nextStepId} />
        ))}
      </ol>
    </Card>
  );
}
