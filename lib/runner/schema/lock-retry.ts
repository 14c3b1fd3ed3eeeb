import { isLockTimeout, isSerializationFailure } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import { lockFailure, lockHeld, stepFailure } from "./failure";
import type { Watch } from "./holders";
import type { SchemaLimits } from "./limits";
import type { SchemaStepContext } from "./step-context";

export interface RetryOptions extends Pick<SchemaStepContext, "ready" | "say" | "lost"> {
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
  { limits, sleep, random, ready, say, onceMore }: RetryOptions,
  attempt: (watched: (watch: Watch) => void) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    let watch: Watch | undefined;
    try {
      const done = await attempt((started) => {
        watch = started;
      });
      if (tried > 1) await say?.(null);
      return done;
    } catch (error) {
      const isHeld = isLockTimeout(error) || isSerializationFailure(error);
      if (!isHeld && (tried > 1 || !onceMore?.(error))) throw stepFailure(step, error);
      if (isHeld) {
        const inTheWay = (await watch?.inTheWay()) ?? "a session that was not seen";
        if (tried >= limits.tries) throw lockFailure(step, tried, inTheWay, error);
        await say?.(lockHeld(step, { tried, tries: limits.tries }, inTheWay));
      }
    } finally {
      watch?.stop();
    }
    const pause = Math.min(limits.longestPauseMs, limits.pauseMs * 2 ** (tried - 1));
    await sleep(pause * (0.5 + random() / 2));
    await ready?.();
  }
}
