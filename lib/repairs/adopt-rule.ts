import { type RawBuilder, sql } from "kysely";
import { columnOf, missingColumn } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { AdoptRule, AdoptSource, ReferenceTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import type { Fault } from "./define";
import { requiredKey } from "./key-columns";
import type { RowJoin } from "./row-plan";
import { samePairs, textObject } from "./row-values";
import { nameOf } from "./wording";

/** Columns of a recreated parent that get a value from its orphans. */
export function adoptedColumns(target: ReferenceTarget, rule: AdoptRule): string[] {
  return [...new Set([...target.parentColumns, ...Object.keys(rule.columns)])];
}

/** Why the rule cannot be followed in this table. */
export function ruleRefusal(table: Table, rule: AdoptRule): string | null {
  const sources = Object.values(rule.columns).flatMap((source) => ("column" in source ? [source.column] : []));
  const missing = missingColumn(table, [rule.orderBy, ...sources]);
  return missing ? `${nameOf(table)} has no column ${missing} to recreate the parent from.` : null;
}

/** The join `adopted`: its `image` is the parent that all orphans of a group give together. */
export function joinAdopted(table: Table, target: ReferenceTarget, rule: AdoptRule, fault: Fault): RowJoin {
  const order = sql.join([rule.orderBy, ...requiredKey(table)].map((name) => columnSql("t", name)));
  const texts = Object.entries(rule.columns).map(([name, source]) => [name, textOf(table, source, order)] as const);
  const keys = target.columns.map(
    (name, at) => [target.parentColumns[at] as string, sql`${columnSql("t", name)}::text`] as const,
  );
  const group = sql.join(target.columns.map((name) => columnSql("t", name)));
  const query = sql`select ${group}, ${textObject(Object.fromEntries([...texts, ...keys]))} as image
  from ${tableSql(table)} as t
  ${sql.join(fault.joins, sql` `)}
  where ${fault.where}
  group by ${group}`;
  return { as: "adopted", query, on: samePairs("adopted", target.columns, "t", target.columns) };
}

function textOf(table: Table, source: AdoptSource, order: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (source.from) {
    case "value":
      return sql`${source.value}`;
    case "count":
      return sql`count(*)`;
    case "min":
      return sql`min(${columnSql("t", source.column)})`;
    case "max":
      return sql`max(${columnSql("t", source.column)})`;
    case "first":
      return first(sql`${columnSql("t", source.column)}::text`, order);
    case "firstText":
      return sql`left(${first(textAt(table, source.column, source.path), order)}, ${sql.lit(source.maxChars)}) || ${source.suffix}`;
  }
}

function first(value: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(array_agg(${value} order by ${order}))[1]`;
}

function textAt(table: Table, column: string, path: string[] | undefined): RawBuilder<unknown> {
  const isJson = ["json", "jsonb"].includes(columnOf(table, column)?.type ?? "");
  return path && isJson ? sql`${columnSql("t", column)} #>> ${path}::text[]` : sql`${columnSql("t", column)}::text`;
}
