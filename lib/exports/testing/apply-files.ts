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
