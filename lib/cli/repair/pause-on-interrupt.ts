import type { Context } from "@/lib/auth/context";
import { hidePasswords } from "@/lib/log";
import { pauseRun } from "@/lib/runs/pause-run";
import type { Run } from "@/lib/runs/types";
import { sentenceOf } from "../sentence";
import { followRun } from "./follow-run";

/**
 * Follows a run to its end. Ctrl-C asks it to pause at its next batch and waits for that; a second one leaves at once,
 * as it would elsewhere, and the run goes on with whoever notices the silence.
 */
export async function followPausable(ctx: Context, runId: string): Promise<Run> {
  const others = process.listeners("SIGINT");
  let isAsked = false;
  const interrupt = (signal: NodeJS.Signals) => {
    if (isAsked) for (const other of others) other(signal);
    else void ask(ctx, runId);
    isAsked = true;
  };
  for (const other of others) process.off("SIGINT", other);
  process.on("SIGINT", interrupt);
  try {
    return await followRun(ctx, runId);
  } finally {
    process.off("SIGINT", interrupt);
    for (const other of others) process.on("SIGINT", other);
  }
}

async function ask(ctx: Context, runId: string): Promise<void> {
  process.stderr.write("It pauses at its next batch. Ctrl-C again leaves at once.\n");
  try {
    await pauseRun(ctx, { runId });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${sentenceOf(error) ?? hidePasswords(text)}\n`);
  }
}
