import { type RawBuilder, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import { columnSql, tableSql, textLiteral } from "@/lib/db";
import type { SkipCase } from "@/lib/repairs/first-of";
import { allEqual, fromImage, typeOf } from "@/lib/repairs/row-values";
import { listed } from "@/lib/repairs/wording";
import { sameKey } from "../row-sql";
import { parentObstacles } from "./parent-obstacles";
import type { ObstacleContext } from "./undo-context";
import type { UndoPart } from "./undo-part";

const before = sql`q.before`;

/** Columns that get a value back. */
function written({ change, columns, changed }: UndoPart): string[] {
  return change === "update" ? changed : columns;
}

/** Rules of the table, as it is now, that a row would break with the values it had. */
export function valueObstacles(context: ObstacleContext): SkipCase[] {
  const { catalog, part } = context;
  const { table } = part;
  const columns = written(part);
  const touches = (names: readonly (string | null)[]) => names.some((name) => name !== null && columns.includes(name));
  const required = columns.filter((name) => columnOf(table, name)?.nullable === false);
  const keys = table.uniqueKeys.map((key) => key.columns).filter(touches);
  return [
    ...(catalog.serverVersion >= 160_000 ? [invalidValue(table, columns)] : []),
    ...required.map((name) => ({
      when: sql`q.before ->> ${textLiteral(name)} is null`,
      reason: `${name} may not be NULL any more.`,
    })),
    ...keys.map((key) => ({ when: isTaken(part, key), reason: `Another row has its ${listed(key)} by now.` })),
    ...part.checks.map(({ name, expression }) => ({
      when: sql`(select ${sql.raw(expression)} from (select ${valuesOf(part)}) as restored) is false`,
      reason: `The constraint ${name} does not allow it any more.`,
    })),
    ...parentObstacles(context, columns),
  ];
}

// The type may have changed since; a text that it cannot read would end the whole undo.
function invalidValue(table: Table, columns: string[]): SkipCase {
  const valid = columns.map(
    (name) =>
      sql`pg_input_is_valid(q.before ->> ${textLiteral(name)}, ${textLiteral(columnOf(table, name)?.type ?? "")})`,
  );
  return {
    when: sql`(${sql.join(valid, sql` and `)}) is false`,
    reason: "A value of it is none of its column's type any more.",
  };
}

/** The row as it was, for an expression over the table's columns. A column that came since has no value yet. */
function valuesOf({ table, added }: UndoPart): RawBuilder<unknown> {
  return sql.join(
    table.columns.map(({ name }) => {
      const value = added.includes(name) ? sql`null::${typeOf(table, name)}` : fromImage(table, name, before);
      return sql`${value} as ${sql.id(name)}`;
    }),
  );
}

function isTaken({ table, key, change }: UndoPart, columns: string[]): RawBuilder<unknown> {
  const same = allEqual(columns.map((name) => [columnSql("u", name), fromImage(table, name, before)]));
  const other = change === "update" ? sql` and not (${sameKey(table, key, "u", sql`q.key`)})` : sql``;
  return sql`exists (select from ${tableSql(table)} as u where ${same}${other})`;
}
