import pg from "pg";
import type { ExportFile } from "../types";

/** Sends each file as psql does: its text, outside any transaction that is not its own. */
export async function applyFiles(url: string, files: readonly ExportFile[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const { name, sql } of files) {
      try {
        await client.query(sql);
      } catch (cause) {
        throw new Error(`${name}: ${(cause as Error).message}\n${sql}`, { cause });
      }
    }
  } finally {
    await client.end();
  }
}

/** Sends each file as `supabase db push` does: by the extended protocol, with its entry in the history in one transaction. */
export async function pushFiles(url: string, files: readonly ExportFile[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("create temporary table history (name text)");
    for (const { name, sql } of files) {
      const isAlone = /^(?:create|drop) (?:unique )?index concurrently/im.test(sql);
      if (!isAlone) await client.query("begin");
      // A named statement is one that goes by that protocol.
      await client.query({ name: name.slice(0, 14), text: sql });
      await client.query("insert into history values ($1)", [name]);
      if (!isAlone) await client.query("commit");
    }
  } finally {
    await client.end();
  }
}
