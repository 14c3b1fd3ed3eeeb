import { sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { nameOf } from "@/lib/repairs/wording";
import {
  countUnmoved,
  isRekeyed,
  keepMoved,
  lockMoved,
  lockStaying,
  type MovedRows,
  moveRows,
} from "@/lib/runner/move-statements";
import { requireTable } from "@/lib/runner/tables";
import { raise } from "./do-block";
import { type ExportedRows, keepAfter } from "./row-statements";
import { toText } from "./to-text";

/** Rows of other tables that name a row which goes, moved to the one that stays. */
export function movedParts(catalog: Catalog, rows: ExportedRows, { moves }: RowPlan): string[] {
  if (!moves) return [];
  const items = { from: sql`plumbline_items as i`, where: sql`true` };
  const parts = moves.flatMap(({ table, key: childKey, references }) => {
    const child = requireTable(catalog, table);
    const each = references.map((reference): MovedRows => ({ ...rows, items, child, childKey, ...reference }));
    const isKept = each.some(isRekeyed);
    return [
      ...each.flatMap(moved),
      ...(isKept ? [] : [`${toText(keepAfter({ planId: rows.planId, table: child, key: childKey }))};`]),
    ];
  });
  return [lookAt(toText(lockStaying({ ...rows, items }))), ...parts];
}

function moved(rows: MovedRows): string[] {
  return [
    lookAt(toText(lockMoved(rows))),
    `${toText(keepMoved(rows))};`,
    `${toText(moveRows(rows))};`,
    `if exists (${toText(countUnmoved(rows))}) then
  ${raise(`A row of ${nameOf(rows.child)} still named one that was to go, so nothing was changed. A trigger may have set it back.`)}
end if;`,
  ];
}

/** In a block, what a query gives has to be left aside in words. */
function lookAt(query: string): string {
  return `perform * from (${query}) as locked;`;
}
