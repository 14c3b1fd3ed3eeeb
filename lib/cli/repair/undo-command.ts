import type { Command } from "commander";
import { createUndoPlan } from "@/lib/plans/create-undo-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { type Agreement, applyPlan } from "./apply-plan";
import { type AsOptions, asOperator, operatorCommand, requireId } from "./as-operator";
import { formatPlan } from "./format-plan";
import { parseOnly } from "./parse-json";

/** `plumbline undo RUN`: previews the undo, and applies it when asked to. */
export function undoCommand(): Command {
  return operatorCommand("undo")
    .description("take a run back; exit 0 (done), 1 (not) or 2 (not begun)")
    .argument("<run>", "the id of the run")
    .option("--only <json>", "only these of the rows that it changed: a list of their keys")
    .option("-y, --yes", "apply without asking")
    .option("--reason <text>", "why; it stays in the audit history")
    .action((id: string, options: Agreement & AsOptions & { only?: string }) =>
      asOperator(options, async (ctx) => {
        const runId = requireId(id, "run");
        const { planId } = await createUndoPlan(ctx, { runId, narrowing: parseOnly(options.only) });
        const plan = await getPlan(ctx, planId);
        process.stderr.write(formatPlan(plan));
        return applyPlan(ctx, plan, options, `undo ${runId}`);
      }),
    );
}
