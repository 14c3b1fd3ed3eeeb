import type { SupabaseClient } from "@supabase/supabase-js";

/** What reading records needs. */
export interface RecordsContext {
  client: SupabaseClient;
  /** Ends the reading when nobody waits for it any more. */
  signal?: AbortSignal;
}

const timeoutMs = 10_000;

export function readSignal({ signal }: RecordsContext): AbortSignal {
  const limit = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}
