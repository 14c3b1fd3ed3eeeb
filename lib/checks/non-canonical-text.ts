import { type RawBuilder, type SqlBool, sql } from "kysely";
import { provesUnique } from "@/lib/catalog/equivalents";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import { columnAt, columnLabel } from "./column";
import { baseType, columnTargets, isText } from "./column-targets";
import { defineCheck, type JoinScope } from "./define";
import { unreadable } from "./presence";
import { isProof } from "./reference";
import { plainName } from "./specific-names";
import type { ColumnTarget } from "./target";
import { tableLabel } from "./wording";

// What a person sees as nothing: blanks, tabs, ends of lines, the blank that does not break.
const blanks = sql`e' \\t\\n\\r\\f\\v\\u00a0'`;

/** Text that is looked up by its exact value, in a spelling that a look-up misses. */
export const nonCanonicalText = defineCheck({
  code: "non_canonical_text",
  kind: "column",
  form: "row",
  severity: "warning",
  title: "Padded or mixed-case key",
  targets: (catalog) =>
    columnTargets(catalog, (column, table) => isText(column) && isLookedUp(column, table, catalog)).map((target) => ({
      ...target,
      ...(mayHaveTwins(target, catalog) && { twins: true as const }),
    })),
  violates: (target, scope, catalog): RawBuilder<SqlBool> => {
    const value = columnSql("t", target.column);
    const trimmed = sql`btrim(${value}::text, ${blanks})`;
    const column = columnAt(target, catalog);
    const faults = [sql`${trimmed} <> ${value}::text and ${trimmed} <> ''`];
    // citext compares without regard to case.
    if (column && baseType(column) !== "citext") {
      if (isEmail(target.column)) faults.push(sql`lower(${value}) <> ${value} and strpos(${value}, '@') > 1`);
      else if (isKey(target, catalog)) faults.push(sql`${columnSql(joinTwins(target, scope), "form")} is not null`);
    }
    return sql<SqlBool>`(${sql.join(faults, sql` or `)})`;
  },
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, [target.column]]]),
  explain: (target, count) => {
    if (count === 0) return `Every ${columnLabel(target)} is written in its one form.`;
    const fault = isEmail(target.column) ? "or written in capitals" : "or differs from another only in that or in case";
    return `In ${count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`} of ${tableLabel(target.table)}, ${target.column} is padded with blanks ${fault}.`;
  },
  why: "A look-up, a join or a sign-in compares letter by letter: it misses such a row, and then a second one is made for the same thing. They come from forms and imports that keep what was typed as it was typed.",
});

/** A key by itself, an address, or what names a row elsewhere; where a foreign key proves that, the parent tells. */
function isLookedUp(column: Column, table: Table, catalog: Catalog): boolean {
  if (isEmail(column.name) || provesUnique(table, [column.name])) return true;
  const undeclared = catalog.undeclared.filter(
    (one) => one.table.schema === table.schema && one.table.name === table.name,
  );
  return [...undeclared, ...table.foreignKeys.filter((key) => !isProof(key))].some(({ columns }) =>
    columns.includes(column.name),
  );
}

function isEmail(name: string): boolean {
  return /(^|_)(e_?mail|email_address)$/.test(plainName(name));
}

// Tokens are drawn from letters of both cases, so two that differ in case are two.
function isKey({ table: name, column }: ColumnTarget, catalog: Catalog): boolean {
  const table = catalog.find(name);
  const isRandom = /token|hash|secret|signature|nonce|digest|password|cursor|short|(^|_)(url|uri|path)($|_)/.test(
    plainName(column),
  );
  return table !== undefined && provesUnique(table, [column]) && !isRandom;
}

/** Forms that several rows share, gathered once; of one letter, case may be all that tells ("m" and "M"). */
function joinTwins(target: ColumnTarget, scope: JoinScope): string {
  const form = (alias: string) => sql`lower(btrim(${columnSql(alias, target.column)}::text, ${blanks}))`;
  return scope.join(
    JSON.stringify(["twins", target.column]),
    (as) => sql`left join (
  select ${form("d")} as form
  from ${tableSql(target.table)} as d
  where length(btrim(${columnSql("d", target.column)}::text, ${blanks})) > 2
  group by 1
  having count(*) > 1
) as ${sql.id(as)} on ${sql.id(as, "form")} = ${form("t")}`,
  );
}
