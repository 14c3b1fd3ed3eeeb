import { sql } from "kysely";
import type { Context } from "@/lib/auth/context";
import type { CheckCode } from "@/lib/checks/codes";
import { createEngine, type Engine } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { storeMeasurements } from "@/lib/findings/store-measurements";
import { createPlan } from "@/lib/plans/create-plan";
import { getPlan } from "@/lib/plans/get-plan";
import type { RepairCode } from "@/lib/repairs/codes";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { workOnRun } from "@/lib/runs/work-on-run";
import { measure } from "@/lib/scan/measure";
import { readExpected } from "@/lib/scans/read-expected";
import type { Timed } from "./bars";

const operator = { id: "00000000-0000-4000-8000-000000000001", email: "bench@plumbline.test", role: "admin" } as const;

interface Repaired extends Timed {
  changed: number;
}

/** Previews the repair of one finding of the messages, then carries it out as a worker does. */
async function repair(engine: Engine, check: CheckCode, column: string, code: RepairCode): Promise<Repaired> {
  const ctx: Context = { operator, engine, requestId: "bench" };
  const finding = await look(engine, check, column);
  const begun = performance.now();
  const { planId } = await createPlan(ctx, { findingId: finding, repair: code });
  const { hash, confirmation } = await getPlan(ctx, planId);
  const previewed = performance.now();
  const phrase = confirmation.phrase ?? undefined;
  const { runId } = await startRun(ctx, { planId, hash, reason: "To measure how long it takes.", phrase });
  await workOnRun(engine, runId);
  const all = (performance.now() - previewed) / 1000;
  const { status, error, changed } = await getRun(ctx, runId);
  if (status !== "succeeded") throw new Error(error ?? `The run ended ${status}.`);
  const verifySeconds = await verifying(engine, runId);
  return { changed, previewSeconds: (previewed - begun) / 1000, seconds: all - verifySeconds, verifySeconds };
}

/** Measures one thing, so that there is a finding of it: the index of a foreign key is missed once that is there. */
async function look(engine: Engine, check: CheckCode, column: string): Promise<string> {
  const { catalog, expectations } = await readExpected(engine);
  const wanted = expectations.find(
    ({ check: code, target }) =>
      code === check && target.table.name === "chat_messages_v2" && "columns" in target && target.columns[0] === column,
  );
  if (!wanted) throw new Error(`Nothing is expected of ${check} on chat_messages_v2.${column}.`);
  await storeMeasurements(engine.db, await measure(engine, catalog, [wanted]), null);
  return findingId(wanted.check, wanted.target);
}

/** How long a run measured again after its last change; what a plain statement leaves out. */
async function verifying({ db }: Engine, runId: string): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from r.finished_at - coalesce(
      (select max(b.finished_at) from plumbline.run_batches as b where b.run_id = r.id),
      (select max(s.finished_at) from plumbline.run_steps as s where s.run_id = r.id)
    ))::float8 as seconds
    from plumbline.runs as r
    where r.id = ${runId}
  `.execute(db);
  return rows[0]?.seconds ?? 0;
}

/** Deletes the orphans, with quarantine and audit. */
export function ourDelete(url: string): Promise<Repaired> {
  return withEngine(url, (engine) => repair(engine, "orphan_rows", "conversation_id", "delete-orphans"));
}

/** The foreign key and its index, while the table is in use. */
export function ourForeignKey(url: string): Promise<Timed> {
  return withEngine(url, async (engine) => {
    const key = await repair(engine, "missing_foreign_key", "user_id", "add-foreign-key");
    const index = await repair(engine, "unindexed_foreign_key", "user_id", "add-index");
    return {
      previewSeconds: key.previewSeconds + index.previewSeconds,
      seconds: key.seconds + index.seconds,
      verifySeconds: key.verifySeconds + index.verifySeconds,
    };
  });
}

async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = createEngine(url, { onIdleError: () => undefined });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
