import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedError } from "./embedded-error";
import { commandLine, isAlive } from "./process-identity";

/**
 * A server of ours that was killed leaves its PostgreSQL running, or a `postmaster.pid` that may by now name a stranger.
 * Whoever calls this owns the data directory.
 */
export async function clearLeftover(cluster: string): Promise<void> {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!Number.isInteger(pid) || !isAlive(pid) || !serves(pid, cluster)) {
    rmSync(file, { force: true });
    return;
  }
  // Fast first, then the way that recovers from the log at the next start.
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    process.kill(pid, signal);
    if (await isGone(pid, cluster, 10_000)) return;
  }
  throw new EmbeddedError(
    `A PostgreSQL left by an earlier start (process ${pid}) does not stop: end it, then start again.`,
  );
}

async function isGone(pid: number, cluster: string, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  // A process that has ended but was not reaped yet is alive in name only: it has no command line.
  while (isAlive(pid) && serves(pid, cluster)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

function serves(pid: number, cluster: string): boolean {
  return commandLine(pid)?.includes(cluster) ?? false;
}
