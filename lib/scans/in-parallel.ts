/**
 * Works on the items, at most so many at a time. The first failure stops the others, which learn of it by their signal,
 * and is thrown when they have ended.
 */
export async function inParallel<T>(
  limit: number,
  items: T[],
  signal: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const queue = items.values();
  const lane = async () => {
    // The lanes share the iterator, so each item is given out once.
    for (const item of queue) {
      stop.throwIfAborted();
      await work(item, stop);
    }
  };
  const lanes = Array.from({ length: limit }, () =>
    lane().catch((error: unknown) => {
      if (!stop.aborted) failure.abort(error);
    }),
  );
  await Promise.all(lanes);
  stop.throwIfAborted();
}
