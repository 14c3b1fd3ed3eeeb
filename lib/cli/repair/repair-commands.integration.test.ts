import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { repairer, rowsOf, storeFinding } from "@/lib/runs/testing/repairer";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { exportCommand } from "./export-command";
import { planCommand } from "./plan-command";
import { runPlanCommand } from "./run-plan-command";
import { runsCommand } from "./runs-command";
import { cancelCommand, pauseCommand, resumeCommand } from "./steer-commands";
import { runWords } from "./testing/run-words";
import { undoCommand } from "./undo-command";
import { verifyCommand } from "./verify-command";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is a schema with plain names");
const { target, create } = plain;

describe("repairs on the command line", () => {
  let database: TestDatabase;
  let directory: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    directory = mkdtempSync(path.join(tmpdir(), "plumbline-repair-"));
    vi.stubEnv("DATABASE_URL", database.url);
    vi.stubEnv("PLUMBLINE_DATA_DIR", path.join(directory, "data"));
    vi.stubEnv("PLUMBLINE_OPERATOR", "ops@plumbline.test");
    await create(database.db);
    await storeFinding(database.db, { check: "orphan_rows", target });
    const { operator } = repairer(database).ctx;
    await sql`
      insert into plumbline.operators (user_id, email, role)
      values (${operator.id}, 'ops@plumbline.test', 'operator'), (gen_random_uuid(), 'guest@plumbline.test', 'viewer')
    `.execute(database.db);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    rmSync(directory, { recursive: true });
    await database.drop();
  });

  const run = (...words: string[]) =>
    runWords(
      [
        planCommand(),
        runPlanCommand(),
        runsCommand(),
        pauseCommand(),
        resumeCommand(),
        cancelCommand(),
        undoCommand(),
        verifyCommand(),
        exportCommand(directory),
      ],
      words,
    );
  const wanted = ["--check", "orphan_rows", "--table", "public.notes", "--repair", "delete-orphans"];

  test("a plan is made, run, verified, exported and undone, and the audit says in whose name and by whom", async () => {
    const asFound = await rowsOf(database.db, target.table);
    const planned = await run("plan", ...wanted, "--json");
    expect(planned).toMatchObject({ code: 1, err: expect.stringContaining("plumbline run ") });
    const plan = JSON.parse(planned.out);
    expect(plan).toMatchObject({ willChange: 4, createdBy: "ops@plumbline.test" });

    const asked = await run("run", plan.id);
    expect(asked).toMatchObject({ code: 2, err: expect.stringContaining("Nothing was changed.") });
    expect(await rowsOf(database.db, target.table)).toEqual(asFound);

    const ran = await run("run", plan.id, "--yes", "--reason", "they are tests");
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("succeeded: 4 rows, 0 skipped.") });
    expect(await rowsOf(database.db, target.table)).toHaveLength(5);

    const listed = await run("runs", "--json");
    const [only] = JSON.parse(listed.out);
    expect(only).toMatchObject({ planId: plan.id, actor: "ops@plumbline.test", reason: "they are tests" });
    expect(await run("verify", only.id)).toMatchObject({ code: 0, out: expect.stringMatching(/^passing: /) });

    const exported = await run("export", only.id, "--output", ".");
    expect(exported.code).toBe(0);
    expect(readdirSync(path.join(directory, "supabase/migrations"))).toHaveLength(1);
    expect(readdirSync(path.join(directory, "supabase/undo"))).toHaveLength(1);
    expect((await run("export", "--all")).out).toContain("delete-orphans");

    const undone = await run("undo", only.id, "--yes", "--reason", "they were not");
    expect(undone).toMatchObject({ code: 0, out: expect.stringContaining("succeeded: 4 rows") });
    expect(await rowsOf(database.db, target.table)).toEqual(asFound);

    const { rows } = await sql<{ command: string; user: string }>`
      select details ->> 'command' as command, details ->> 'os_user' as user
      from public.error_logs where action = 'command.use' and actor = 'ops@plumbline.test' order by audit_seq
    `.execute(database.db);
    expect(rows.map(({ command }) => command)).toEqual([`run ${plan.id}`, `undo ${only.id}`]);
    expect(rows.every(({ user }) => user !== "")).toBe(true);
  }, 30_000);

  test("a run is paused, goes on here without any other worker, and another is cancelled", async () => {
    const operator = repairer(database);
    const asFound = await rowsOf(database.db, target.table);
    const begin = async () =>
      operator.queue(await operator.preview({ check: "orphan_rows", target }, "delete-orphans"));
    const first = await begin();
    expect(await run("pause", first)).toMatchObject({ code: 0, out: expect.stringContaining("paused: 0 rows") });
    expect(await run("resume", first)).toMatchObject({ code: 0, out: expect.stringContaining("succeeded: 4 rows") });
    expect(await run("pause", first)).toMatchObject({ code: 2, err: expect.stringContaining("has ended already") });
    await operator.undo(first);
    const second = await begin();
    expect(await run("cancel", second)).toMatchObject({ code: 0, out: expect.stringContaining("cancelled: 0 rows") });
    expect(await rowsOf(database.db, target.table)).toEqual(asFound);
  }, 30_000);

  test("what was asked wrongly is said in a sentence and ends with 2", async () => {
    const cases: [string[], string][] = [
      [
        ["plan", ...wanted, "--as", "guest@plumbline.test"],
        "This needs the role operator; you are signed in as viewer.",
      ],
      [["runs", "--as", "nobody@plumbline.test"], "There is no operator nobody@plumbline.test"],
      [["plan", "--check", "orphan_rows", "--table", "elsewhere"], "There is no finding orphan_rows of elsewhere."],
      [
        ["plan", "--check", "orphan_rows", "--table", "notes", "--repair", "set-default"],
        "set-default is no repair of it",
      ],
      [["export", "no-such-playbook"], "There is no such playbook."],
    ];
    for (const [words, sentence] of cases) {
      const end = await run(...words);
      expect(end).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
      expect(end.err).not.toContain("    at ");
    }
  }, 30_000);
});
