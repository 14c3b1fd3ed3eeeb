import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { defineMigration, type Migration } from "./migration";

/** `supabase/migrations/<version>_<name>.sql`, in order. */
export async function readMigrations(root: string): Promise<Migration[]> {
  const directory = path.join(root, "supabase", "migrations");
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(
    files.map(async (file) => {
      const [, version, name] = file.match(/^(\d+)_(.+)\.sql$/) ?? [];
      if (!version || !name) throw new Error(`supabase/migrations/${file} is not named <version>_<name>.sql`);
      return defineMigration(version, name, await readFile(path.join(directory, file), "utf8"));
    }),
  );
}
