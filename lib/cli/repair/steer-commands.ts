import type { Command } from "commander";
import type { Context } from "@/lib/auth/context";
import { cancelRun } from "@/lib/runs/cancel-run";
import { pauseRun } from "@/lib/runs/pause-run";
import { resumeRun } from "@/lib/runs/resume-run";
import { workOnRun } from "@/lib/runs/work-on-run";
import { type AsOptions, asOperator, operatorCommand, recordUse, requireId } from "./as-operator";
import { endOf, followRun } from "./follow-run";
import { followPausable } from "./pause-on-interrupt";

/** `plumbline pause RUN`: at its next batch or step; it can go on later. */
export function pauseCommand(): Command {
  return steer("pause", "let a run stop at its next batch, to go on later", async (ctx, runId) => {
    await pauseRun(ctx, { runId });
  });
}

/** `plumbline cancel RUN`: at its next batch or step, for good. */
export function cancelCommand(): Command {
  return steer("cancel", "stop a run for good at its next batch; what it has done stays", async (ctx, runId) => {
    await cancelRun(ctx, { runId });
  });
}

/** `plumbline resume RUN`: goes on with a run that was paused or lost its worker. */
export function resumeCommand(): Command {
  return steer("resume", "go on with a paused or interrupted run and wait for its end", async (ctx, runId) => {
    await resumeRun(ctx, { runId });
    // Here where no worker is quicker, so that a command needs none.
    void workOnRun(ctx.engine, runId);
  });
}

function steer(name: string, description: string, ask: (ctx: Context, runId: string) => Promise<void>): Command {
  return operatorCommand(name)
    .description(`${description}; exit 0 (as asked), 1 (it ended otherwise) or 2 (not possible)`)
    .argument("<run>", "the id of the run")
    .action((id: string, options: AsOptions) =>
      asOperator(options, async (ctx) => {
        const runId = requireId(id, "run");
        await recordUse(ctx, `${name} ${runId}`, runId);
        await ask(ctx, runId);
        const run = await (name === "resume" ? followPausable : followRun)(ctx, runId);
        const { text, code } = endOf(run);
        process.stdout.write(text);
        return run.status === { pause: "paused", cancel: "cancelled" }[name] ? 0 : code;
      }),
    );
}
