import { getConfig } from "@/lib/config";
import { log } from "@/lib/log";
import type { ServicesContext } from "../services-context";
import { databaseStore } from "./database-store";
import { memoryStore } from "./memory-store";
import type { SessionStore } from "./session-store";

/** Where the sessions of this process are kept. */
export function sessionsOf(context: ServicesContext): SessionStore {
  if (getConfig().supabaseWrite) return databaseStore(context);
  log.info("[SUPABASE] Persistence disabled - check .env FEATURE_SUPABASE_WRITE");
  return memoryStore(context);
}
