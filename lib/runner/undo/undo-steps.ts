import { nameOf } from "@/lib/repairs/wording";
import { auditImages } from "../audit-statements";
import { firingTriggers } from "../effects";
import { countUnmended, deleteRows, keepBefore, lockRows, type WorkList } from "../row-statements";
import type { StepDraft } from "../row-steps";
import { auditLock, ownLock, readLock, rowLock, writeLock } from "../step-locks";
import type { ObstacleContext } from "./undo-context";
import {
  countDifferent,
  insertAgain,
  keepInserted,
  keepSetBack,
  recheckImages,
  setBack,
  skipNotInserted,
} from "./undo-statements";

const interfered = "A trigger may have interfered.";

/** The statements that take one part of a run back, and those that write its audit, which come after every part's. */
export function undoSteps(list: WorkList, context: ObstacleContext): { change: StepDraft[]; audit: StepDraft } {
  const { table } = context.part;
  const recheck: StepDraft = {
    title: `Check each row of ${nameOf(table)} again, and skip what stands in the way`,
    sql: recheckImages(list, context),
    lock: ownLock("run_items"),
  };
  const lock: StepDraft = { title: `Lock the rows of ${nameOf(table)}`, sql: lockRows(list), lock: rowLock(table) };
  switch (context.part.change) {
    case "delete":
      return {
        change: [recheck, ...restoreSteps(list, context)],
        audit: auditStep(list, "row.insert", "ROW_RESTORED", "Brought back as it was"),
      };
    case "update":
      return {
        change: [lock, recheck, ...setBackSteps(list, context)],
        audit: auditStep(list, "row.change", "ROW_SET_BACK", "Set back to what it was"),
      };
    case "insert":
      return {
        change: [lock, recheck, ...removeSteps(list)],
        audit: auditStep(list, "row.delete", "CREATED_ROW_REMOVED", "Removed: the run that was undone had made it"),
      };
  }
}

function restoreSteps(list: WorkList, { part }: ObstacleContext): StepDraft[] {
  const { table } = part;
  return [
    {
      title: `Bring the rows of ${nameOf(table)} back`,
      sql: insertAgain(list, part),
      lock: writeLock(table),
      failsIfRows: `A trigger of ${nameOf(table)} gave a row another key than it had. Disable that trigger for the undo.`,
    },
    { title: "Skip what the table refused", sql: skipNotInserted(list), lock: ownLock("run_items") },
    { title: "Keep what was brought back", sql: keepInserted(list), lock: ownLock("quarantine") },
    ...(firingTriggers(table, "insert").length === 0 ? [differenceStep(list, part)] : []),
  ];
}

function setBackSteps(list: WorkList, { part }: ObstacleContext): StepDraft[] {
  const { table } = part;
  return [
    { title: "Keep the before-images", sql: keepBefore(list, "update"), lock: ownLock("quarantine") },
    { title: `Set the rows of ${nameOf(table)} back`, sql: setBack(list, part), lock: writeLock(table) },
    { title: "Keep the after-images", sql: keepSetBack(list, part), lock: ownLock("quarantine") },
    ...(firingTriggers(table, "update").length === 0 ? [differenceStep(list, part)] : []),
  ];
}

function removeSteps(list: WorkList): StepDraft[] {
  const { table } = list;
  return [
    { title: "Keep the before-images", sql: keepBefore(list, "delete"), lock: ownLock("quarantine") },
    {
      title: `Remove the rows of ${nameOf(table)} that the run had made`,
      sql: deleteRows(list),
      lock: writeLock(table),
    },
    {
      title: "Check that they are gone",
      sql: countUnmended(list, null),
      lock: readLock(table),
      failsIfRows: `A row was still there afterwards. ${interfered}`,
    },
  ];
}

function differenceStep(list: WorkList, part: ObstacleContext["part"]): StepDraft {
  return {
    title: "Check that each is what it was",
    sql: countDifferent(list, part),
    lock: readLock(list.table),
    failsIfRows: `A row was not what it had been afterwards. ${interfered}`,
  };
}

function auditStep(
  list: WorkList,
  action: Parameters<typeof auditImages>[1]["action"],
  rowEvent: string,
  rowMessage: string,
): StepDraft {
  return {
    title: `Audit each row of ${nameOf(list.table)}`,
    sql: auditImages(list, { action, rowEvent, rowMessage }),
    lock: auditLock(),
  };
}
