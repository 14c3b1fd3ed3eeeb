import type { SupabaseClient } from "@supabase/supabase-js";

/** What a service needs. Whether the caller may use it was decided before. */
export interface ServicesContext {
  client: SupabaseClient;
  /** The caller's name, as the audit history shows it. */
  caller: string;
}
