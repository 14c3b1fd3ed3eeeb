import { isLockTimeout, isSerializationFailure } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import { lockFailure, stepFailure } from "./failure";
import type { Watch } from "./holders";
import type { SchemaLimits } from "./limits";

export interface RetryOptions {
  limits: SchemaLimits;
  sleep(ms: number): Promise<void>;
  /** Between 0 and 1; spreads the tries of several runs. */
  random(): number;
  /** What is also worth another try, though only one: what stood in the way may be found before it does by then. */
  onceMore?(error: unknown): boolean;
}

/** Tries again while somebody holds the lock, each pause twice as long as the last, and names them when it gives up. */
export async function withLockRetry<T>(
  step: PlanStep,
  { limits, sleep, random, onceMore }: RetryOptions,
  attempt: (watched: (watch: Watch) => void) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    let watch: Watch | undefined;
    try {
      return await attempt((started) => {
        watch = started;
      });
    } catch (error) {
      const isHeld = isLockTimeout(error) || isSerializationFailure(error);
      if (!isHeld && (tried > 1 || !onceMore?.(error))) throw stepFailure(step, error);
      if (isHeld && tried >= limits.tries)
        throw lockFailure(step, tried, (await watch?.inTheWay()) ?? "a session that was not seen", error);
    } finally {
      watch?.stop();
    }
    const pause = Math.min(limits.longestPauseMs, limits.pauseMs * 2 ** (tried - 1));
    await sleep(pause * (0.5 + random() / 2));
  }
}
