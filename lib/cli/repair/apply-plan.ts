import type { Context } from "@/lib/auth/context";
import type { Plan } from "@/lib/plans/types";
import { startRun } from "@/lib/runs/start-run";
import { workOnRun } from "@/lib/runs/work-on-run";
import { askLine, confirm } from "../ask";
import { CommandError } from "../sentence";
import { recordUse } from "./as-operator";
import { endOf } from "./follow-run";
import { followPausable } from "./pause-on-interrupt";

export interface Agreement {
  yes?: boolean;
  reason?: string;
}

/** Asks what the dialog in the browser asks, starts the run and stays until it has ended. */
export async function applyPlan(ctx: Context, plan: Plan, agreement: Agreement, command: string): Promise<number> {
  const reason = await reasonOf(agreement);
  if (!agreement.yes) await agree(plan);
  await recordUse(ctx, command);
  const phrase = plan.confirmation.phrase ?? undefined;
  const { runId } = await startRun(ctx, { planId: plan.id, hash: plan.hash, reason, phrase });
  // Here where no worker is quicker, so that a command needs none.
  void workOnRun(ctx.engine, runId);
  const { text, code } = endOf(await followPausable(ctx, runId));
  process.stdout.write(text);
  return code;
}

async function agree({ confirmation: { phrase }, tableName }: Plan): Promise<void> {
  requireTerminal();
  const agreed = phrase
    ? (await askLine(`Type "${phrase}" to go on: `)) === phrase
    : await confirm(`Change ${tableName} as shown?`);
  if (!agreed) throw new CommandError("Nothing was changed.");
}

/** What was given, or what is typed. */
export async function reasonOf({ yes, reason }: Agreement): Promise<string> {
  if (reason !== undefined) return reason;
  if (yes) throw new CommandError('Say why with --reason "…": it stays in the audit history.');
  requireTerminal();
  return askLine("Why? ");
}

function requireTerminal(): void {
  if (process.stdin.isTTY) return;
  throw new CommandError('Nothing was changed. Nobody can be asked here: give --yes and --reason "…".');
}
