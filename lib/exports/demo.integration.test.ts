import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAsText } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { operatorOf } from "@/lib/playbook-views/testing/operator";
import type { Playbook } from "@/lib/playbooks/define";
import { playbooks } from "@/lib/playbooks/registry";
import { createDemoDatabase, type TestDatabase } from "@/lib/testing";
import { exportRuns } from "./export-runs";
import { applyFiles } from "./testing/apply-files";
import { catalogueOf, comparable, contentsOf } from "./testing/state-of";
import type { SqlExport } from "./types";

describe("the demo's path to health, exported", () => {
  const since = new Date();
  let demo: TestDatabase;
  let copy: TestDatabase;
  let exported: SqlExport;
  let asFound: { catalogue: string[]; contents: Record<string, string[]> };

  beforeAll(async () => {
    [demo, copy] = [await createDemoDatabase(), await createDemoDatabase()];
    // The copy has never heard of Plumbline.
    await sql`drop schema plumbline cascade`.execute(copy.db);
    asFound = await stateOf(copy);
    const operator = operatorOf(demo);
    for (const playbook of playbooks) {
      await operator.scan();
      await follow(playbook);
    }
    exported = await exportRuns(operator.ctx, null);
  }, 120_000);
  afterAll(async () => {
    await demo.drop();
    await copy.drop();
  });

  const stateOf = async ({ db }: TestDatabase) => ({
    catalogue: await catalogueOf(db),
    contents: await contentsOf(db),
  });

  async function follow({ steps }: Playbook): Promise<void> {
    for (const { check, target, repairs } of steps) {
      const { rows } = await sql`
        select from plumbline.findings where id = ${findingId(check, target)} and status = 'failing'`.execute(demo.db);
      if (!repairs[0] || rows.length === 0) continue;
      const run = await operatorOf(demo).repair({ check, target }, repairs[0]);
      expect(run, run.summary).toMatchObject({ status: "succeeded", error: null });
    }
  }

  it("brings an as-found copy without Plumbline to the same catalogue and the same contents, and again changes nothing", async () => {
    await applyFiles(copy.url, exported.migrations);
    const repaired = await stateOf(demo);
    const first = await stateOf(copy);
    expect(first.catalogue).toEqual(repaired.catalogue);
    expect(comparable(first.contents, asFound.contents, since)).toEqual(
      comparable(repaired.contents, asFound.contents, since),
    );
    expect(first.contents).not.toEqual(asFound.contents);
    const log = await sql`select from public.error_logs where error_type = 'ORPHANED_ORDER_DETECTED'`.execute(copy.db);
    expect(log.rows.length).toBeGreaterThan(0);

    await applyFiles(copy.url, exported.migrations);
    expect(await stateOf(copy)).toEqual(first);
  }, 60_000);

  it("satisfies the documents' own verification", async () => {
    for (const { slug, verifications } of playbooks) {
      for (const { id, sql: query, passes } of verifications) {
        const { rows } = await readAsText(copy, { sql: query, parameters: [] }, { statementTimeoutMs: 10_000 });
        expect(passes(rows), `${slug}: ${id}`).toBe(true);
      }
    }
  });

  it("links each session to the same person, made there or found", async () => {
    const links = async ({ db }: TestDatabase) => {
      const { rows } = await sql`
        select s.id, l.email, l.phone
        from public.voice_sessions as s join public.all_leads as l on l.id = s.lead_id order by s.id`.execute(db);
      return rows;
    };
    const linked = await links(copy);
    expect(linked.length).toBeGreaterThan(50);
    expect(linked).toEqual(await links(demo));
  });

  it("takes everything back, to the last character, and leaves nothing behind", async () => {
    await applyFiles(copy.url, exported.undo);
    expect(await stateOf(copy)).toEqual(asFound);
    const left = await sql`select from pg_namespace where nspname = 'plumbline_undo'`.execute(copy.db);
    expect(left.rows).toEqual([]);
    await applyFiles(copy.url, exported.undo);
  }, 60_000);
});
