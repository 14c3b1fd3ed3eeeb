import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { Measured } from "@/components/findings/measured";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PlaybookStepView } from "@/lib/playbooks/types";

interface StepItemProps {
  number: number;
  step: PlaybookStepView;
  /** The first that is still to do. */
  next: boolean;
}

/** One step of an incident: why, its state as measured, and the repairs to choose from. */
export function StepItem({ number, step, next }: StepItemProps) {
  const { finding } = step;
  return (
    <li
      className={cn(
        "grid gap-x-3 gap-y-1.5 px-4 py-3 sm:grid-cols-[1.5rem_minmax(0,1fr)]",
        next && "bg-primary-soft/50",
      )}
    >
      <span className="text-muted-foreground max-sm:hidden">{number}.</span>
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h3 className="min-w-0 flex-1 font-medium text-base">
            <span className="sm:hidden">{number}. </span>
            {step.title} {next && <Badge tone="primary">Next</Badge>}
          </h3>
          <StatusBadge status={step.state} />
        </div>
        <p className="text-muted-foreground">{step.why}</p>
        {finding && (
          <p>
            <Link href={`/findings/${finding.id}`} className="font-medium text-primary hover:underline">
              {finding.title}
            </Link>{" "}
            {finding.status === "not_checked" ? finding.reason : finding.message}{" "}
            <span className="text-muted-foreground text-xs">
              (<Measured at={finding.measuredAt} how={finding.how} />)
            </span>
          </p>
        )}
        {finding === null &&
          step.repairs.map(
            ({ repair, refusal }) =>
              refusal !== null && (
                <p key={repair} className="text-muted-foreground text-xs">
                  Not now. {refusal}
                </p>
              ),
          )}
        {finding && step.state === "to_do" && step.repairs.length > 0 && (
          <ul className="flex flex-col gap-1.5 pt-0.5">
            {step.repairs.map((repair) => (
              <li key={repair.repair} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <Link
                  href={`/findings/${finding.id}?repair=${repair.repair}`}
                  className={buttonVariants({
                    size: "sm",
                    variant: next && repair.recommended && repair.refusal === null ? "primary" : "outline",
                  })}
                >
                  {repair.title}
                  <ArrowRight aria-hidden />
                </Link>
                {repair.recommended && step.repairs.length > 1 && <Badge tone="primary">Recommended</Badge>}
                {repair.refusal !== null && (
                  <span className="text-muted-foreground text-xs">Not now. {repair.refusal}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
