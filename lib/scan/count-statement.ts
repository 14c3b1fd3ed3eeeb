import { type RawBuilder, sql } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { Joins } from "@/lib/checks/fault";
import { tableSql } from "@/lib/db";
import type { Question } from "./verdicts";

/** The name of the n-th count in the statement's only row. */
export function countName(position: number): string {
  return `c${position + 1}`;
}

/** One pass over the table for all its questions: the parents are joined once, and each predicate counts for itself. */
export function countStatement(
  table: TableName,
  questions: Question[],
  catalog: Catalog,
): RawBuilder<Record<string, string>> {
  const joins = new Joins();
  const predicates = questions.map(({ check, expectation }) => check.violates(expectation.target, joins, catalog));
  const [only] = predicates;
  const from = sql`from ${tableSql(table)} as t${stacked(joins.sql)}`;
  // Alone, the predicate may steer the plan: an anti-join, an index.
  if (predicates.length === 1 && only) return sql`select count(*) as ${sql.id(countName(0))}\n${from}\nwhere ${only}`;
  const counts = predicates.map(
    (predicate, at) => sql`count(*) filter (where ${predicate}) as ${sql.id(countName(at))}`,
  );
  return sql`select\n  ${sql.join(counts, sql`,\n  `)}\n${from}`;
}

function stacked(joins: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return joins.length === 0 ? sql`` : sql`\n${sql.join(joins, sql`\n`)}`;
}
