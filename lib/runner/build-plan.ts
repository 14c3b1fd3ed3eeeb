import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { Target } from "@/lib/checks/target";
import { compileStatement } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import type { RepairContext, SchemaPlan } from "@/lib/repairs/define";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { batchingOf } from "./batching";
import { effectsOf } from "./effects";
import { type Fingerprint, fingerprintOf } from "./fingerprint";
import { type KeepItems, ListedItems } from "./listed-items";
import { readMoveSample } from "./move-sample";
import { narrowed, narrowingEffect, refuseWrongKey } from "./narrowing";
import type { RepairRequest } from "./repair-context";
import type { WorkList } from "./row-statements";
import { rowSteps } from "./row-steps";
import { readSample } from "./sample";
import type { PlanBody, PlanDraft } from "./stored-plan";
import { countRows, maxItems, readWorkItems } from "./work-list";

/** Works out what a repair will do, in a snapshot that only reads; the work list is kept part by part. */
export async function buildPlan(
  db: Kysely<unknown>,
  request: RepairRequest & { findingId: string },
  context: RepairContext<Target, unknown>,
  keep: KeepItems,
): Promise<PlanDraft> {
  const { repair, target, input, findingId, narrowing } = request;
  const plan = repair.plan(context);
  const identity = {
    id: randomUUID(),
    findingId,
    repair: repair.code,
    undoOf: null,
    target,
    table: target.table,
    input,
  };
  const fingerprint = fingerprintOf(context.catalog, tablesOf(target, plan));
  return plan.form === "schema"
    ? { ...identity, ...schemaPart(plan, fingerprint) }
    : rowPlan(db, identity, { fingerprint, ...(narrowing && { narrowing }) }, context, { plan, keep });
}

type Identity = Pick<PlanDraft, "id" | "findingId" | "repair" | "undoOf" | "target" | "table" | "input">;

async function rowPlan(
  db: Kysely<unknown>,
  identity: Identity,
  frame: Pick<PlanBody, "fingerprint" | "narrowing">,
  { catalog, table, fault }: RepairContext<Target, unknown>,
  { plan, keep }: { plan: RowPlan; keep: KeepItems },
): Promise<PlanDraft> {
  const list: WorkList = { planId: identity.id, table, key: plan.key };
  const { narrowing } = frame;
  const asked = narrowed(fault, narrowing, table);
  const listed = new ListedItems(list.planId, keep, plan.creates);
  await listed.take(readWorkItems(db, list, asked, plan)).catch(narrowing ? refuseWrongKey : undefined);
  const { counts } = listed;
  const total = listed.total < maxItems ? listed.total : await countRows(db, list, asked, plan);
  return {
    ...identity,
    summary: plan.summary(counts),
    body: {
      form: "rows",
      destroys: plan.change.kind === "delete",
      steps: rowSteps(catalog, list, fault, plan),
      batching: batchingOf(plan),
      effects: [
        ...(narrowing ? [narrowingEffect(narrowing, total)] : []),
        ...effectsOf(catalog, plan, { total, listed: listed.total }),
      ],
      ...frame,
    },
    willChange: counts.change,
    unchanged: 0,
    skipped: counts.skip,
    sample: [
      ...(await readSample(db, list, plan, listed)),
      ...(await readMoveSample(db, catalog, list, plan.moves ?? [], listed.few)),
    ],
    rowEvent: plan.rowEvent,
  };
}

function schemaPart({ summary, steps }: SchemaPlan, fingerprint: Fingerprint) {
  return {
    summary,
    body: {
      form: "schema" as const,
      destroys: false,
      steps: steps.map(schemaStep),
      batching: null,
      effects: [],
      fingerprint,
    },
    willChange: steps.length,
    unchanged: 0,
    skipped: 0,
    sample: [],
    rowEvent: null,
  };
}

function schemaStep(
  { title, sql, inverse, lock, concurrent, repeats, final }: SchemaPlan["steps"][number],
  index: number,
): PlanStep {
  return {
    position: index + 1,
    title,
    statement: compileStatement(sql),
    inverse: inverse && compileStatement(inverse),
    lock,
    transaction: concurrent ? null : index + 1,
    concurrentIndex: concurrent?.index ?? null,
    ...(repeats && { repeats }),
    ...(final !== undefined && { final }),
  };
}

/** Every table whose shape the plan takes for granted. */
function tablesOf(target: Target, plan: RowPlan | SchemaPlan): TableName[] {
  const parents = "parent" in target ? [target.parent] : [];
  const created = plan.form === "rows" && plan.creates ? [plan.creates.table] : [];
  const moved = plan.form === "rows" ? (plan.moves ?? []).map(({ table }) => table) : [];
  return [target.table, ...parents, ...created, ...moved].map(({ schema, name }) => ({ schema, name }));
}
