import type { SupabaseClient } from "@supabase/supabase-js";
import { AppError } from "@/lib/errors";

/** What reading records needs. */
export interface RecordsContext {
  client: SupabaseClient;
  /** Ends the reading when nobody waits for it any more. */
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** An answer in time, or a sentence: the API in this process does not end a query when its request is given up. */
export async function inTime<Answer>(
  { signal, timeoutMs = 10_000 }: RecordsContext,
  send: (signal: AbortSignal) => PromiseLike<Answer>,
): Promise<Answer> {
  const limit = AbortSignal.timeout(timeoutMs);
  const given = signal ? AbortSignal.any([signal, limit]) : limit;
  const late = new Promise<never>((_resolve, reject) => {
    given.addEventListener("abort", () => reject(tooLate(given.reason)), { once: true });
  });
  return Promise.race([send(given), late]);
}

export function tooLate(cause: unknown): AppError {
  return new AppError("unavailable", "Reading took too long and was given up. Narrow the filter, or try again.", {
    cause,
  });
}
