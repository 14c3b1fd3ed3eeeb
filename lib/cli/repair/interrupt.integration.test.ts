import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { gatedNotes, notes as orphans } from "@/lib/runs/testing/gated-notes";
import { repairer } from "@/lib/runs/testing/repairer";
import { createTestDatabase } from "@/lib/testing";

test("Ctrl-C of a run pauses it at its next batch, and says how to go on", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-interrupt-"));
  const database = await createTestDatabase();
  const notes = await gatedNotes(database, 1_200);
  const operator = repairer(database);
  await sql`
    insert into plumbline.operators (user_id, email, role)
    values (${operator.ctx.operator.id}, ${operator.ctx.operator.email}, 'operator')
  `.execute(database.db);
  const plan = await operator.preview(orphans, "delete-orphans");
  await notes.close();
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    PLUMBLINE_DATA_DIR: dataDir,
    PLUMBLINE_ENGINE_URL: undefined,
  };
  const words = ["run", plan.id, "--yes", "--reason", "about to be interrupted", "--as", operator.ctx.operator.email];
  const child = spawn("node", ["scripts/plumbline.js", ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  try {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    const ended = once(child, "exit");
    await notes.waiting();
    child.kill("SIGINT");
    await vi.waitUntil(() => output.includes("It pauses at its next batch."), { timeout: 10_000, interval: 20 });
    const { rows } = await sql<{ id: string }>`select id from plumbline.runs`.execute(database.db);
    const runId = rows[0]?.id ?? "";
    await operator.until(runId, "pausing");
    await notes.open();
    expect(await ended).toEqual([1, null]);
    expect(output).toContain(`To go on: plumbline resume ${runId}`);
    const paused = await operator.until(runId, "paused");
    expect(paused.changed).toBeGreaterThan(0);
    expect(paused.changed).toBeLessThan(1_204);
  } finally {
    child.kill("SIGKILL");
    notes.keeper.release(true);
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);
