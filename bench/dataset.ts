import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { escapeIdentifier } from "pg";
import { applyMigrations } from "@/lib/migrations/apply-migrations";
import { requiredMigrations } from "@/lib/migrations/required";
import { onConnection } from "@/lib/testing/admin";
import type { BenchServer } from "./server";

const root = path.resolve(import.meta.dirname, "..");
const directory = path.join(import.meta.dirname, "sql");

/** A database with Plumbline's schema and the generated rows, made unless the server has it already; gives its address. */
export async function benchDatabase(server: BenchServer, unit: number, say: (line: string) => void): Promise<string> {
  const migrations = await requiredMigrations("embedded", root);
  const files = await generator();
  const content = createHash("sha256")
    .update(JSON.stringify([migrations, files]))
    .digest("hex");
  const name = `plumbline_bench_${unit}_${content.slice(0, 8)}`;
  const draft = `${name}_draft`;
  await onConnection(server.address("postgres"), async (admin) => {
    const found = await admin.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount === 1) return;
    say(`Making ${(unit * 100).toLocaleString("en")} rows …`);
    await admin.query(`drop database if exists ${escapeIdentifier(draft)} with (force)`);
    await admin.query(`create database ${escapeIdentifier(draft)}`);
    await onConnection(server.address(draft), async (client) => {
      await applyMigrations(client, migrations);
      await client.query("select set_config('bench.unit', $1, false)", [String(unit)]);
      for (const file of files) await client.query(file);
      await client.query("vacuum analyze");
    });
    // It gets its name when it is whole, so that a run which was stopped leaves nothing to be taken for data.
    await admin.query(`alter database ${escapeIdentifier(draft)} rename to ${escapeIdentifier(name)}`);
  });
  return server.address(name);
}

async function generator(): Promise<string[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
}
