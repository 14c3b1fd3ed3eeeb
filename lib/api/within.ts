import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Answers in time, with what the work gives or a refusal. The work is told, and may end later or not at all. */
export async function within<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.abort();
    reject(
      new AppError(
        "timeout",
        `There was no answer within ${timeoutMs / 1000} seconds. It may still be carried out: look before you send it again.`,
      ),
    );
  }, timeoutMs);
  const working = work(over.signal);
  working.catch((error: unknown) => {
    if (over.signal.aborted) log.warn({ err: error }, "a call that had run out of time failed");
  });
  try {
    return await Promise.race([working, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
