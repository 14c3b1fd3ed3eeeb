import type { Command } from "commander";
import { getPlan } from "@/lib/plans/get-plan";
import { type Agreement, applyPlan } from "./apply-plan";
import { type AsOptions, asOperator, operatorCommand, requireId } from "./as-operator";
import { formatPlan } from "./format-plan";

/** `plumbline run PLAN`: applies a reviewed plan. */
export function runPlanCommand(): Command {
  return operatorCommand("run")
    .description("apply a plan and wait for its end; exit 0 (done and proved), 1 (not) or 2 (not begun)")
    .argument("<plan>", "the id that `plumbline plan` gave")
    .option("-y, --yes", "apply without asking")
    .option("--reason <text>", "why; it stays in the audit history")
    .action((id: string, options: Agreement & AsOptions) =>
      asOperator(options, async (ctx) => {
        const plan = await getPlan(ctx, requireId(id, "plan"));
        process.stderr.write(formatPlan(plan));
        return applyPlan(ctx, plan, options, `run ${plan.id}`);
      }),
    );
}
