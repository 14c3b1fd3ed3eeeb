import type { SupabaseClient } from "@supabase/supabase-js";

/** What a service needs of its caller. Whether the caller may use it was decided before. */
export interface ServicesContext {
  client: SupabaseClient;
  /** As the audit history names the caller. */
  name: string;
  /** Of the caller's API key, where there is one. */
  keyId: string | null;
  /** The `id` of the caller's answer: what is kept of a failed save is found by it. */
  requestId?: string;
}
