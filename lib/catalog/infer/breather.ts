import { setImmediate as nextTurn } from "node:timers/promises";

const turnMs = 25;

/** Lets others have their turn in a long computation, and ends it where nobody waits for it any more. */
export function breather(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await nextTurn();
    signal?.throwIfAborted();
    since = performance.now();
  };
}
