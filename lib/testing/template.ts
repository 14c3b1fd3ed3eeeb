import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { escapeIdentifier } from "pg";
import { loadDemo } from "@/lib/demo/load-demo";
import { applyMigrations } from "@/lib/migrations/apply-migrations";
import { requiredMigrations } from "@/lib/migrations/required";
import { onConnection, serverUrl } from "./admin";

export type Template = "migrated" | "demo";

const root = path.resolve(import.meta.dirname, "../..");

/** The name of a database to clone, made by whoever needs it first. */
export async function templateDatabase(template: Template): Promise<string> {
  const migrations = await requiredMigrations("embedded", root);
  const demo = template === "demo" ? await demoFiles() : [];
  // The content is in the name: a server that serves several runs never hands out yesterday's schema.
  const content = createHash("sha256")
    .update(JSON.stringify([migrations, demo]))
    .digest("hex");
  const name = `plumbline_${template}_${content.slice(0, 12)}`;
  await onConnection(serverUrl(), async (admin) => {
    await admin.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    const found = await admin.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) {
      await build(admin, name, async (client) => {
        await applyMigrations(client, migrations);
        if (template === "demo") await loadDemo(client, root);
      });
    }
  });
  return name;
}

/** It gets its name when it is whole, so that a crash in between leaves none. */
async function build(admin: pg.Client, name: string, fill: (client: pg.Client) => Promise<void>): Promise<void> {
  const draft = `${name}_draft`;
  await admin.query(`drop database if exists ${escapeIdentifier(draft)} with (force)`);
  await admin.query(`create database ${escapeIdentifier(draft)}`);
  await onConnection(serverUrl(draft), fill);
  await admin.query(`alter database ${escapeIdentifier(draft)} rename to ${escapeIdentifier(name)}`);
}

async function demoFiles(): Promise<string[]> {
  const directory = path.join(root, "supabase", "demo");
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
}
