import type { Command } from "commander";
import type { Context } from "@/lib/auth/context";
import { requireRole } from "@/lib/auth/context";
import { createPlan } from "@/lib/plans/create-plan";
import { getPlan } from "@/lib/plans/get-plan";
import { getPlaybook } from "@/lib/playbook-views/get-playbook";
import { type NextStep, nextStep } from "@/lib/playbook-views/next-step";
import { verifyPlaybook } from "@/lib/playbook-views/verify-playbook";
import type { PlaybookView } from "@/lib/playbooks/types";
import { oneLine } from "../one-line";
import { type Agreement, applyPlan, reasonOf } from "./apply-plan";
import { type AsOptions, asOperator, operatorCommand } from "./as-operator";
import { carryOn } from "./carry-on";
import { formatPlan } from "./format-plan";

interface PlaybookOptions extends AsOptions, Agreement {
  show?: boolean;
}

/** `plumbline playbook NAME`: its steps in order, each previewed before it runs; called again it goes on where it stopped. */
export function playbookCommand(): Command {
  return operatorCommand("playbook")
    .description("run the steps of a playbook in order; exit 0 (all done and proved), 1 (stopped) or 2 (not possible)")
    .argument("<name>", "the name of the playbook")
    .option("--show", "only say how far it is")
    .option("-y, --yes", "apply each preview without asking")
    .option("--reason <text>", "why; it stays in the audit history")
    .action((name: string, options: PlaybookOptions) => asOperator(options, (ctx) => playbook(ctx, name, options)));
}

async function playbook(ctx: Context, name: string, options: PlaybookOptions): Promise<number> {
  let view = await getPlaybook(ctx, name);
  process.stdout.write(formatSteps(view));
  let next = nextStep(view.steps);
  if (options.show) return next.kind === "healthy" ? 0 : 1;
  requireRole(ctx, "operator");
  const reason = next.kind === "repair" ? await reasonOf(options) : "";
  while (next.kind === "repair") {
    process.stderr.write(`\n${oneLine(`Step ${next.number}: ${next.step.title}`)}\n`);
    const code = await repair(ctx, next, { ...options, reason }, `playbook ${name}`);
    if (code !== 0) return stopped(next, "It was not done and proved.");
    view = await getPlaybook(ctx, name);
    const following = nextStep(view.steps);
    if (following.kind !== "healthy" && following.number <= next.number) return stopped(next, "It is still to do.");
    next = following;
  }
  return next.kind === "stopped" ? stopped(next, next.reason) : verify(ctx, name);
}

type Repairing = Extract<NextStep, { kind: "repair" }>;

async function repair(ctx: Context, next: Repairing, agreement: Agreement, command: string): Promise<number> {
  const begun = await carryOn(ctx, next.findingId, command);
  if (begun !== null) return begun;
  const { planId } = await createPlan(ctx, { findingId: next.findingId, repair: next.repair });
  const plan = await getPlan(ctx, planId);
  process.stderr.write(formatPlan(plan));
  if (plan.willChange === 0) {
    process.stdout.write(`Nothing changes by itself here. Choose on the finding's page: /findings/${next.findingId}\n`);
    return 1;
  }
  return applyPlan(ctx, plan, agreement, command);
}

function stopped({ number, step }: Exclude<NextStep, { kind: "healthy" }>, why: string): number {
  process.stdout.write(
    `${oneLine(`Stopped at step ${number}, ${step.title}. ${why} The same command goes on there.`)}\n`,
  );
  return 1;
}

/** The document's own queries have the last word. */
async function verify(ctx: Context, name: string): Promise<number> {
  const verifications = await verifyPlaybook(ctx, name);
  for (const { title, status, error } of verifications) {
    process.stdout.write(`${oneLine(`${status}: ${title}${error ? `. ${error}` : ""}`)}\n`);
  }
  return verifications.every(({ status }) => status === "passed") ? 0 : 1;
}

function formatSteps({ title, steps }: PlaybookView): string {
  const lines = steps.map((step, at) => {
    const { finding } = step;
    const measured = finding && step.state !== "done" ? `: ${finding.reason ?? finding.message}` : "";
    return `  ${at + 1}. ${step.state.replace("_", " ").padEnd(11)}  ${step.title}${measured}`;
  });
  return `${[title, ...lines].map(oneLine).join("\n")}\n`;
}
