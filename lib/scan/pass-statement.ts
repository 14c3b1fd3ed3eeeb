import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { Joins } from "@/lib/checks/fault";
import { tableSql } from "@/lib/db";
import type { Question } from "./verdicts";

/** Of the faulty rows, each group gives its first: a sample that is bounded however many there are, from the same pass. */
const groups = 64;

/** What one group says: `part` is the partition, then a count and a place for each question. */
export type PassRow = Record<string, string | null> & { part: string };

/** The columns of the n-th question. */
export function columnsAt(position: number): { count: string; place: string } {
  return { count: `c${position + 1}`, place: `p${position + 1}` };
}

/** A statement gives 1,664 columns at most, and each question takes two. */
const mostAtOnce = 400;

/** The questions that one statement can ask, each list in the order in which they were given. */
export function passesOf(questions: Question[], catalog: Catalog): Question[][] {
  const groups = Map.groupBy(questions, ({ check, expectation }) => {
    const joins = new Joins();
    check.violates(expectation.target, joins, catalog);
    return joins.group;
  });
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / mostAtOnce) }, (_, at) =>
      group.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
    ),
  );
}

/**
 * One pass over the table for all these questions: the parents are joined once, rows without a fault are left out once,
 * and each predicate then counts for itself.
 */
export function passStatement(table: TableName, questions: Question[], catalog: Catalog): RawBuilder<PassRow> {
  const joins = new Joins();
  const predicates = questions.map(({ check, expectation }) => check.violates(expectation.target, joins, catalog));
  const { from, part, place } = sourceOf(table, joins, catalog);
  const counts = predicates.map((predicate, at) => {
    const { count, place: first } = columnsAt(at);
    // Alone, the predicate has counted when it has filtered, and may steer the plan: an anti-join, an index.
    const own = predicates.length === 1 ? sql`` : sql` filter (where ${predicate})`;
    return sql`count(*)${own} as ${sql.id(count)}, min(${place})${own}::text as ${sql.id(first)}`;
  });
  return sql`select
  ${part}::text as part,
  ${sql.join(counts, sql`,\n  `)}
from ${from}
where ${anyOf(predicates)}
group by ${part}, hashtid(${place}) & ${sql.lit(groups - 1)}`;
}

// Rows that are given by where they are need no table around them, and looking each row up among them costs as much
// again as finding them.
function sourceOf(table: TableName, joins: Joins, catalog: Catalog) {
  const [given] = joins.places;
  if (given && joins.sql.length === 1) {
    const { alias, rows } = given;
    return { from: sql`${rows} as ${sql.id(alias)}`, part: sql.id(alias, "part"), place: sql.id(alias, "place") };
  }
  return {
    from: sql`${rowsOf(table, catalog)} as t${stacked(joins.sql)}`,
    part: sql.id("t", "tableoid"),
    place: sql.id("t", "ctid"),
  };
}

// The rows of a view have no place: what is asked of a view is asked once, of a row that stands for it.
function rowsOf(table: TableName, { views }: Catalog): RawBuilder<unknown> {
  const isView = views.some(({ schema, name }) => schema === table.schema && name === table.name);
  return isView ? sql`(select 0::oid as tableoid, '(0,0)'::tid as ctid)` : tableSql(table);
}

function anyOf(predicates: RawBuilder<SqlBool>[]): RawBuilder<unknown> {
  const [only] = predicates;
  if (predicates.length === 1 && only) return only;
  return sql.join(
    predicates.map((predicate) => sql`(${predicate})`),
    sql`\n  or `,
  );
}

function stacked(joins: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return joins.length === 0 ? sql`` : sql`\n${sql.join(joins, sql`\n`)}`;
}
