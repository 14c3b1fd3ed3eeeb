import { sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { RowMove } from "@/lib/repairs/row-plan";
import { listed, nameOf } from "@/lib/repairs/wording";
import { auditImages } from "./audit-statements";
import {
  countUnmoved,
  isRekeyed,
  keepMoved,
  lockMoved,
  lockStaying,
  type MovedRows,
  moveRows,
} from "./move-statements";
import { itemsToChange, keepAfter, type WorkList } from "./row-statements";
import type { StepDraft } from "./step-draft";
import { auditLock, ownLock, readLock, rowLock, writeLock } from "./step-locks";
import { requireTable } from "./tables";

/** The rows that others are merged into, before it is decided whose turn it is. */
export function stayingStep(list: WorkList): StepDraft {
  const items = { from: sql`plumbline.run_items as i`, where: itemsToChange(list) };
  return { title: "Lock the rows that stay", sql: lockStaying({ ...list, items }), lock: rowLock(list.table) };
}

/** What each batch does to the rows of other tables before the rows that they name go. */
export function moveSteps(catalog: Catalog, list: WorkList, moves: readonly RowMove[]): StepDraft[] {
  return moves.flatMap((move) => {
    const parts = partsOf(catalog, list, move);
    const [first] = parts;
    const after: StepDraft[] =
      first && !isRekeyed(first)
        ? [
            {
              title: `Keep the after-images of the rows of ${nameOf(move.table)}`,
              sql: keepAfter({ planId: list.planId, table: first.child, key: first.childKey }),
              lock: ownLock("quarantine"),
            },
          ]
        : [];
    return [...parts.flatMap(partSteps), ...after];
  });
}

export function moveAudits(catalog: Catalog, list: WorkList, moves: readonly RowMove[]): StepDraft[] {
  return moves.map(({ table, rowEvent, rowMessage }) => ({
    title: `Audit each row of ${nameOf(table)} that was moved`,
    sql: auditImages(
      { planId: list.planId, moved: requireTable(catalog, table) },
      { action: "row.change", rowEvent, rowMessage },
    ),
    lock: auditLock(),
  }));
}

function partsOf(catalog: Catalog, list: WorkList, { table, key, references }: RowMove): MovedRows[] {
  const items = { from: sql`plumbline.run_items as i`, where: itemsToChange(list) };
  return references.map((reference) => ({
    ...list,
    items,
    child: requireTable(catalog, table),
    childKey: key,
    ...reference,
  }));
}

function partSteps(rows: MovedRows): StepDraft[] {
  const { child, columns } = rows;
  const by = `${nameOf(child)} (${listed(columns)})`;
  return [
    { title: `Lock the rows of ${by} that name one that goes`, sql: lockMoved(rows), lock: rowLock(child) },
    { title: `Keep the before-images of the rows of ${by}`, sql: keepMoved(rows), lock: ownLock("quarantine") },
    { title: `Have the rows of ${by} name the one that stays`, sql: moveRows(rows), lock: writeLock(child) },
    {
      title: `Check that no row of ${by} was left behind`,
      sql: countUnmoved(rows),
      lock: readLock(child),
      failsIfRows: `A row of ${nameOf(child)} still named one that was to go. A trigger may have set it back.`,
    },
  ];
}
