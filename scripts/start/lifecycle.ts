import { setTimeout as sleep } from "node:timers/promises";
import { parentOf } from "@/lib/embedded/process-identity";
import { say } from "./say";

type Step = () => Promise<unknown>;

export interface Lifecycle {
  /** What has been started and must be stopped; the last one first. */
  onStop(step: Step): void;
  stop(exitCode: number): Promise<void>;
  isStopping(): boolean;
}

const patienceMs = 8000;
const repeatMs = 500;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Stops everything in order on a signal, at once on the second one, and when the npm that started us is gone. */
export function createLifecycle(): Lifecycle {
  const steps: Step[] = [];
  let stopping = false;

  async function stop(exitCode: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    for (const step of steps.reverse()) {
      await Promise.race([step(), sleep(patienceMs)]).catch((error: Error) => say(`While stopping: ${error.message}`));
    }
    // What is left open (a timer, a watcher of the development server) must not keep the process.
    process.exit(exitCode);
  }

  let firstAt: number | undefined;

  function begin(): void {
    if (stopping) return;
    say("Stopping …");
    void stop(0);
  }

  function onSignal(): void {
    firstAt ??= performance.now();
    // One Ctrl-C may arrive twice, from the terminal and from npm. Whoever presses it again means it.
    if (stopping && performance.now() - firstAt > repeatMs) process.exit(130);
    begin();
  }

  for (const signal of signals) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) watchAncestors(begin);
  return { onStop: (step) => steps.push(step), stop, isStopping: () => stopping };
}

/** npm starts us through a shell. When either is killed by a signal that it cannot hand on, nobody else would stop us. */
function watchAncestors(stop: () => void): void {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
}
