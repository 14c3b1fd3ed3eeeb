import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** Stops PostgreSQL: fast, then at once (it recovers from its log), then by force. Data is kept by each of them. */
export async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const isStopped = await Promise.race([ended.then(() => true), sleep(10_000, false, { ref: false })]);
    if (isStopped) return;
  }
}
