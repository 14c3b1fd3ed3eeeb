import { type RawBuilder, sql } from "kysely";
import { textLiteral } from "@/lib/db";
import type { RowChange } from "@/lib/repairs/row-plan";
import { counted, nameOf } from "@/lib/repairs/wording";
import { keysIn, type Narrowing, narrowed } from "@/lib/runner/narrowing";
import type { StoredPlan } from "@/lib/runner/stored-plan";
import { requireTable } from "@/lib/runner/tables";
import { doBlock, raise } from "./do-block";
import { logRows } from "./log-rows";
import { movedParts } from "./moved-parts";
import type { RowRule } from "./row-rule-of";
import {
  deleteRows,
  type ExportedRows,
  insertMissing,
  keepAfter,
  keepBefore,
  keepFaulty,
  listRows,
  lockRows,
  unmended,
  updateRows,
} from "./row-statements";
import { toText } from "./to-text";
import type { ExportPart } from "./types";
import { createUndoStore } from "./undo-store";

/** Above this a single transaction is a long one. */
const manyRows = 50_000;

const byRule = "Rows are found by the finding's own rule and not by the keys they had where it was repaired.";

/** A repair of rows: the rule that found them, applied to whatever has the fault there. Applied twice, it finds nothing left. */
export function rowParts(stored: StoredPlan, { catalog, fault, plan }: RowRule): ExportPart[] {
  const table = requireTable(catalog, plan.table);
  const rows: ExportedRows = { planId: stored.id, table, key: plan.key };
  const parent = plan.creates && requireTable(catalog, plan.creates.table);
  const name = `${stored.repair} ${nameOf(table)}`;
  const { narrowing } = stored.body;
  const statements = [
    "set local row_security = off;",
    "set local client_min_messages = warning;",
    createUndoStore,
    statement(
      sql`insert into plumbline_undo.runs (id, plan_id, name) values (${stored.id}, ${stored.id}, ${textLiteral(name)}) on conflict (id) do nothing`,
    ),
    statement(listRows(rows, narrowed(fault, narrowing, table), plan)),
    "analyze plumbline_items;",
    statement(lockRows(rows)),
    statement(keepFaulty(rows, fault)),
    ...(plan.creates && parent ? [statement(insertMissing(rows, parent, plan.creates))] : []),
    ...movedParts(catalog, rows, plan),
    ...changes(rows, plan.change),
    `if exists (${toText(unmended(rows, plan.change.kind === "delete" ? null : fault))}) then
  ${raise(`A row of ${nameOf(table)} still had the fault after the change, so nothing was changed. A trigger may have undone it.`)}
end if;`,
    logRows(rows, plan),
    "drop table plumbline_items;",
  ];
  const long =
    stored.willChange > manyRows
      ? [
          `Here it were ${counted(stored.willChange, "row")}. This file changes them in one transaction: on a database in use, let Plumbline do it in batches.`,
        ]
      : [];
  const notes = [narrowing ? narrowedNote(narrowing) : byRule, ...long];
  return [{ label: "", notes, sql: doBlock({ statements }) }];
}

function narrowedNote(narrowing: Narrowing): string {
  const rows = counted(keysIn(narrowing).length, "row");
  const which = "only" in narrowing ? `It is for ${rows} alone` : `It is for all rows but ${rows}`;
  return `${which}, named by the keys they have where it was previewed: a copy must have given them the same keys.`;
}

function changes(rows: ExportedRows, change: RowChange): string[] {
  switch (change.kind) {
    case "none":
      return [];
    case "delete":
      return [statement(keepBefore(rows, "delete")), statement(deleteRows(rows))];
    case "update":
      return [statement(keepBefore(rows, "update")), statement(updateRows(rows, change)), statement(keepAfter(rows))];
  }
}

function statement(builder: RawBuilder<unknown>): string {
  return `${toText(builder)};`;
}
