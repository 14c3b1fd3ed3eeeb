import type { Mode } from "@/lib/config";
import { bossMigration } from "@/lib/jobs/boss-migration";
import { liteMigration } from "@/lib/supabase/lite-migration";
import type { Migration } from "./migration";
import { readMigrations } from "./read-migrations";

/** What a database needs before Plumbline can use it. A hosted project brings its own `auth`, which must not be touched. */
export async function requiredMigrations(mode: Mode, root: string): Promise<Migration[]> {
  const own = [...(await readMigrations(root)), bossMigration()];
  return mode === "supabase" ? own : [await liteMigration(), ...own];
}
