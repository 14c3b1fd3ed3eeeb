import { type RawBuilder, type SqlBool, sql } from "kysely";
import { columnSql } from "@/lib/db/sql";
import { columnAt, columnLabel } from "./column";
import { columnTargets } from "./column-targets";
import { defineCheck } from "./define";
import { isNeededText } from "./needed-text";
import { unreadable } from "./presence";
import type { ColumnTarget } from "./target";
import { rowsThat } from "./wording";

/** Rows without the text that their status requires. */
export const emptyRequiredText = defineCheck({
  code: "empty_required_text",
  kind: "column",
  form: "row",
  severity: "error",
  title: "Required text is empty",
  targets: (catalog) => columnTargets(catalog, isNeededText),
  violates: (target): RawBuilder<SqlBool> => {
    const text = sql`coalesce(${columnSql("t", target.column)}::text, '')`;
    // Text that begins with a visible letter is told by that, without an expression that is matched for every row.
    const empty = sql<SqlBool>`(ascii(${text}) not between 33 and 126 and ${text} !~ '[^[:space:]]')`;
    const { requiredWhen } = target;
    return requiredWhen
      ? sql`${columnSql("t", requiredWhen.column)}::text = ${requiredWhen.equals} and ${empty}`
      : empty;
  },
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, columnsOf(target)]]),
  // Only text can be there and blank.
  proved: (target, catalog) => {
    const column = columnAt(target, catalog);
    return column !== undefined && !column.nullable && !/^(text|citext|character|.*\.citext)/.test(column.type);
  },
  explain: (target, count) =>
    count === 0
      ? `${columnLabel(target)} is filled in every row${condition(target)}.`
      : `${rowsThat(count, target.table, "has", "have")} no ${target.column}, which every row${condition(target)} needs.`,
  why: "A row like this looks alive and can never be used: whatever would find it needs the text that is not there. It was saved before anybody validated what was sent.",
});

function columnsOf({ column, requiredWhen }: ColumnTarget): string[] {
  return requiredWhen ? [column, requiredWhen.column] : [column];
}

function condition({ requiredWhen }: ColumnTarget): string {
  return requiredWhen ? ` with ${requiredWhen.column} ${requiredWhen.equals}` : "";
}
