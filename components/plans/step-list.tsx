import { Lock as LockIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { PlanStep } from "@/lib/plans/types";
import { StatementView } from "./statement-view";

interface StepListProps<Step extends PlanStep> {
  steps: Step[];
  /** Whose SQL is shown at once. */
  isOpen?: (step: Step) => boolean;
  /** Beside the title: how far a run is with it. */
  aside?: (step: Step) => ReactNode;
  /** Below the title: what failed. */
  note?: (step: Step) => ReactNode;
}

/** Steps in order: what each does, the lock it takes, its transaction, and the exact SQL. */
export function StepList<Step extends PlanStep>({ steps, isOpen, aside, note }: StepListProps<Step>) {
  return (
    <ol className="divide-y">
      {steps.map((step) => (
        <li key={step.position} className="flex flex-col gap-1.5 px-4 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <h3 className="font-medium">
              <span className="pr-1.5 text-muted-foreground">{step.position}.</span>
              {step.title}
            </h3>
            {aside?.(step)}
          </div>
          {note?.(step)}
          <p className="flex items-start gap-1.5 text-muted-foreground text-xs">
            <LockIcon aria-hidden className="mt-0.5 size-3 shrink-0" />
            <span>
              {step.lock.mode} on {step.lock.table.schema}.{step.lock.table.name}: {step.lock.effect.replace(/\.$/, "")}
              . {transactionSentence(step, steps)}
            </span>
          </p>
          <details open={isOpen?.(step)}>
            <summary className="w-fit rounded-sm font-medium text-primary text-xs hover:underline">
              SQL{step.statement.parameters.length > 0 && " and parameters"}
            </summary>
            <div className="flex flex-col gap-2 pt-2">
              <StatementView statement={step.statement} label={`SQL of step ${step.position}`} />
              {step.inverse && (
                <div className="flex flex-col gap-1.5">
                  <p className="text-muted-foreground text-xs">An undo runs:</p>
                  <StatementView statement={step.inverse} label={`SQL that undoes step ${step.position}`} />
                </div>
              )}
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

function transactionSentence(step: PlanStep, steps: PlanStep[]): string {
  if (step.transaction === null) return "Runs outside a transaction, as PostgreSQL demands.";
  const together = steps.filter(({ transaction }) => transaction === step.transaction).length;
  return together === 1 ? "A transaction of its own." : "Once per batch, in one transaction with the other steps.";
}
