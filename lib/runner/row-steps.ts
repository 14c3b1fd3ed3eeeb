import type { RawBuilder } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { compileStatement } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import type { Fault } from "@/lib/repairs/define";
import type { RowChange, RowPlan } from "@/lib/repairs/row-plan";
import { nameOf } from "@/lib/repairs/wording";
import { auditImages, auditKept } from "./audit-statements";
import { batchingOf } from "./batching";
import { moveAudits, moveSteps, stayingStep } from "./move-steps";
import { recheckAndKeep, recheckRows } from "./recheck-statements";
import {
  countUnmended,
  deleteRows,
  insertMissing,
  keepAfter,
  keepBefore,
  lockFreeRows,
  lockRows,
  updateRows,
  type WorkList,
} from "./row-statements";
import type { StepDraft } from "./step-draft";
import { auditLock, ownLock, readLock, rowLock, writeLock } from "./step-locks";
import type { Batching } from "./stored-plan";
import { requireTable } from "./tables";

export type { StepDraft } from "./step-draft";

const actions = { delete: "row.delete", update: "row.change", none: "row.keep" } as const;

/** The statements of a row plan, in the order in which each batch runs them. The audit comes last: writers of it queue. */
export function rowSteps(catalog: Catalog, list: WorkList, fault: Fault, plan: RowPlan): PlanStep[] {
  const { creates, moves = [], change } = plan;
  const parent = creates && requireTable(catalog, creates.table);
  const drafts: (StepDraft | null)[] = [
    ...lockSteps(list, batchingOf(plan)),
    ...(plan.moves ? [stayingStep(list)] : []),
    ...recheckSteps(list, fault, plan),
    creates && parent && { title: creates.title, sql: insertMissing(list, parent, creates), lock: writeLock(parent) },
    ...moveSteps(catalog, list, moves),
    ...keepSteps(list, plan),
    ...changeSteps(list, change),
    {
      title: "Check the result",
      sql: countUnmended(list, change.kind === "delete" ? null : fault),
      lock: readLock(list.table),
      failsIfRows: "A row still had the fault after the change. A trigger may have undone it.",
    },
    creates && {
      title: "Audit each row that was made",
      sql: auditImages({ planId: list.planId, made: true }, { ...creates, action: "row.insert" }),
      lock: auditLock(),
    },
    ...moveAudits(catalog, list, moves),
    { title: "Audit each repaired row", sql: auditRepaired(list, plan), lock: auditLock() },
  ];
  return toSteps(drafts.filter((draft) => draft !== null));
}

function lockSteps(list: WorkList, { patient }: Batching): StepDraft[] {
  const lock = rowLock(list.table);
  if (patient) return [{ title: "Lock the previewed rows", sql: lockRows(list), lock }];
  return [
    { title: "Lock the previewed rows that nobody else holds", sql: lockFreeRows(list), lock, pass: "first" },
    { title: "Lock those that somebody held, last of all", sql: lockRows(list), lock, pass: "last" },
  ];
}

function auditRepaired(list: WorkList, { change, rowEvent, rowMessage }: RowPlan): RawBuilder<unknown> {
  const event = { action: actions[change.kind], rowEvent, rowMessage };
  return change.kind === "none" ? auditKept(list, event) : auditImages(list, event);
}

function recheckSteps(list: WorkList, fault: Fault, plan: RowPlan): StepDraft[] {
  const { change } = plan;
  if (change.kind === "none" || !isKeptAtOnce(plan)) {
    const title = "Check them again, and skip what changed since the preview";
    return [{ title, sql: recheckRows(list, fault, plan), lock: ownLock("run_items") }];
  }
  const title = "Check them again, skip what changed since the preview, and keep the others as they are";
  return [{ title, sql: recheckAndKeep(list, fault, plan, change.kind), lock: ownLock("quarantine") }];
}

// An undo takes the last images back first: what was made for the rows must come before what they were.
function isKeptAtOnce({ creates, moves }: RowPlan): boolean {
  return creates === null && moves === undefined;
}

function keepSteps(list: WorkList, plan: RowPlan): StepDraft[] {
  const { change } = plan;
  if (change.kind === "none" || isKeptAtOnce(plan)) return [];
  return [{ title: "Keep the before-images", sql: keepBefore(list, change.kind), lock: ownLock("quarantine") }];
}

function changeSteps(list: WorkList, change: RowChange): StepDraft[] {
  if (change.kind === "none") return [];
  if (change.kind === "delete")
    return [{ title: `Delete the rows of ${nameOf(list.table)}`, sql: deleteRows(list), lock: writeLock(list.table) }];
  return [
    { title: `Change the rows of ${nameOf(list.table)}`, sql: updateRows(list, change), lock: writeLock(list.table) },
    { title: "Keep the after-images", sql: keepAfter(list), lock: ownLock("quarantine") },
  ];
}

/** Numbers the statements and freezes each to its text and parameters; a batch runs them in one transaction. */
export function toSteps(drafts: readonly StepDraft[]): PlanStep[] {
  return drafts.map(({ title, sql, lock, failsIfRows, pass }, index) => ({
    position: index + 1,
    title,
    statement: compileStatement(sql),
    inverse: null,
    lock,
    transaction: 1,
    concurrentIndex: null,
    ...(failsIfRows && { failsIfRows }),
    ...(pass && { pass }),
  }));
}
