import type { Command } from "commander";
import type { Context } from "@/lib/auth/context";
import { requireRole } from "@/lib/auth/context";
import { remeasureFinding } from "@/lib/findings/remeasure-finding";
import { getRun } from "@/lib/runs/get-run";
import { oneLine } from "../one-line";
import { CommandError } from "../sentence";
import { type AsOptions, asOperator, operatorCommand, requireId } from "./as-operator";

/** `plumbline verify RUN`: measures the run's finding again, now. */
export function verifyCommand(): Command {
  return operatorCommand("verify")
    .description("measure again what a run mended; exit 0 (it holds), 1 (it does not) or 2 (it cannot be told)")
    .argument("<run>", "the id of the run")
    .action((id: string, options: AsOptions) => asOperator(options, (ctx) => verify(ctx, requireId(id, "run"))));
}

async function verify(ctx: Context, runId: string): Promise<number> {
  requireRole(ctx, "operator");
  const { findingId } = await getRun(ctx, runId);
  const finding = findingId === null ? null : await remeasureFinding(ctx.engine, findingId);
  if (!finding) throw new CommandError("The run's finding is gone: its table or its promise is. Scan again.");
  process.stdout.write(`${oneLine(`${finding.status}: ${finding.message}`)}\n`);
  return { passing: 0, failing: 1, not_checked: 2 }[finding.status];
}
