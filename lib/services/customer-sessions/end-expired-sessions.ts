import type { SupabaseClient } from "@supabase/supabase-js";
import { log } from "@/lib/log";

const absent = ["PGRST205", "42P01"];

/**
 * Ends the sessions whose time has passed, of those that were begun here: nobody asks for them any more, and a scan would find
 * them active. What other systems left is for a repair, which is reviewed before.
 */
export async function endExpiredSessions(client: SupabaseClient): Promise<void> {
  const { error } = await client
    .from("sessions")
    .update({ status: "expired" })
    .eq("status", "active")
    .lt("expires_at", new Date().toISOString())
    .like("session_token", "sha256$%");
  if (error && !absent.includes(error.code)) {
    log.warn({ code: error.code }, "sessions whose time has passed could not be ended");
  }
}
