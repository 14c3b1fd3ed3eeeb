import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const runPlan = fileURLToPath(new URL("./run-plan.ts", import.meta.url));

/** For tests: processes of their own that run a plan, to be killed. */
export function elsewhere(url: string) {
  const children: ChildProcess[] = [];

  /** Starts the run in a process, whose lease is short. */
  async function run(planId: string, leaseMs = 1_000): Promise<{ child: ChildProcess; runId: string }> {
    const child = spawn(process.execPath, ["--import", "tsx", runPlan, url, planId, String(leaseMs)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    if (!child.stdout) throw new Error("The process says nothing");
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return { child, runId: line.toString().trim() };
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  function killAll(): void {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  }

  return { run, kill, killAll };
}
