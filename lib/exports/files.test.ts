import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { doBlock } from "./do-block";
import { exportAnswer } from "./export-answer";
import { tar } from "./tar";
import type { ExportedChange } from "./types";
import { writeFiles } from "./write-files";

const change = (label: string, at: string, over: Partial<ExportedChange> = {}): ExportedChange => ({
  label,
  at: new Date(at),
  evidence: ["Why."],
  apply: [{ label: "", notes: ["It."], sql: `select '${label}'` }],
  undo: [{ label: "", notes: ["Back."], sql: `select 'undo ${label}'` }],
  addsOnly: false,
  ...over,
});

test("files are numbered in the order of the runs, each later than the one before, and the undo after them", () => {
  const { migrations, undo } = writeFiles("All", [
    change("set-null Leads", "2026-11-21T10:00:00.900Z"),
    change("fill-default orders", "2026-11-21T10:00:00.100Z"),
    change("add-index orders", "2026-11-21T10:00:09Z"),
  ]);
  expect(migrations.map(({ name }) => name)).toEqual([
    "20261121100000_set_null_leads.sql",
    "20261121100001_fill_default_orders.sql",
    "20261121100009_add_index_orders.sql",
  ]);
  expect(undo.map(({ name }) => name)).toEqual([
    "20261121100010_undo_add_index_orders.sql",
    "20261121100011_undo_fill_default_orders.sql",
    "20261121100012_undo_set_null_leads.sql",
  ]);
  expect(migrations[0]?.sql).toBe("-- Why.\n--\n-- It.\n\nselect 'set-null Leads';\n");
});

test("a key that was added is taken back before the rows that it would keep out", () => {
  const { undo } = writeFiles("x", [
    change("key", "2026-11-21T10:00:00Z", { addsOnly: true }),
    change("rows", "2026-11-21T10:00:05Z"),
  ]);
  expect(undo.map(({ sql }) => sql.split("\n").at(-2))).toEqual(["select 'undo key';", "select 'undo rows';"]);
});

test("a block is quoted by what its text does not hold, and leaves texts that span lines as they are", () => {
  const block = doBlock({ statements: ["perform 'a\n$plumbline$ b';"] });
  expect(block).toMatch(/^do \$plumbline_1\$\n/);
  expect(block).toContain("'a\n$plumbline$ b'");
});

test("the archive is one that tar reads", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "plumbline-tar-"));
  try {
    const long = `supabase/migrations/20261121100000_${"x".repeat(80)}.sql`;
    const files = [
      { name: long, text: "ä\n" },
      { name: "b.sql", text: "y".repeat(512) },
    ];
    writeFileSync(path.join(directory, "x.tar"), tar(files, new Date()));
    execFileSync("tar", ["xf", "x.tar"], { cwd: directory });
    for (const { name, text } of files) expect(readFileSync(path.join(directory, name), "utf8")).toBe(text);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("an answer is data unless a file is asked for", async () => {
  const exported = writeFiles("All of it", [change("set-null leads", "2026-11-21T10:00:00Z")]);
  const ask = (query: string) => exportAnswer(new Request(`http://localhost/api/runs/export${query}`), exported);
  expect(ask("")).toBe(exported);
  const script = ask("?as=sql") as Response;
  expect(script.headers.get("content-disposition")).toBe('attachment; filename="all_of_it.sql"');
  expect(await script.text()).toContain("select 'set-null leads';");
  expect(await (ask("?as=undo") as Response).text()).toContain("select 'undo set-null leads';");
  expect((ask("?as=tar") as Response).headers.get("content-type")).toBe("application/x-tar");
  expect(() => ask("?as=zip")).toThrow("as is one of json, tar, sql and undo.");
});
