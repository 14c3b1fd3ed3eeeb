import type { ShellDatabase } from "@/components/shell/types";
import type { Config } from "@/lib/config";

/** What the top bar calls the database: nothing of its address but names. */
export function connectedDatabase({ mode, databaseUrl, supabase }: Config): ShellDatabase {
  if (supabase) return { mode, name: new URL(supabase.url).hostname.split(".")[0] ?? "project" };
  const name = databaseUrl ? decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) : "database";
  return { mode, name };
}
