import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ClientBase } from "pg";

/** Loads `supabase/demo`: the five incidents as they were found. All of it or nothing. */
export async function loadDemo(client: ClientBase, root: string): Promise<void> {
  const directory = path.join(root, "supabase", "demo");
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  await client.query("begin");
  try {
    for (const file of files) await client.query(await readFile(path.join(directory, file), "utf8"));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
