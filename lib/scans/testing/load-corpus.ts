import { readFile } from "node:fs/promises";
import path from "node:path";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

const directory = path.join(import.meta.dirname, "corpora");

/** A database of its own with a public schema and rows that are right. */
export async function loadCorpus(name: string): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await database.pool.query(await readFile(path.join(directory, `${name}.sql`), "utf8"));
  return database;
}
