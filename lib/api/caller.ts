import type { SupabaseClient } from "@supabase/supabase-js";
import type { Engine } from "@/lib/db";

/** Who calls from outside, and what is asked for them: the first argument of every verb of a channel. */
export interface Caller {
  /** Of the key; "anyone" where there is none. */
  name: string;
  /** Null for a caller without a key. */
  keyId: string | null;
  /** The API plane, as the service role: what the caller may do is settled. */
  client: SupabaseClient;
  engine: Engine;
  /** The `id` of the answer, in case of a refusal, and of what the log says. */
  requestId: string;
  /** Aborts when the time for the answer is over. */
  signal: AbortSignal;
}
