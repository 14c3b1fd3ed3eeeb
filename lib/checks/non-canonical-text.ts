import { type RawBuilder, type SqlBool, sql } from "kysely";
import { columnSql, tableSql } from "@/lib/db/sql";
import { hasOddLetter, holdsAddresses, inLetters, spelling, trimmed } from "./canonical-text";
import { columnLabel } from "./column";
import { defineCheck, type JoinScope } from "./define";
import { isEmail, lookedUpText } from "./looked-up-text";
import { unreadable } from "./presence";
import type { ColumnTarget } from "./target";
import { tableLabel } from "./wording";

/** Text that is looked up by its exact value, in a spelling that a look-up misses. */
export const nonCanonicalText = defineCheck({
  code: "non_canonical_text",
  kind: "column",
  form: "row",
  severity: "warning",
  title: "Padded or mixed-case key",
  targets: lookedUpText,
  violates: (target, scope, catalog): RawBuilder<SqlBool> => {
    const value = columnSql("t", target.column);
    const bare = trimmed(target, "t");
    const faults = [sql`${bare} <> ${value}::text and ${bare} <> ''`];
    const isAddress = holdsAddresses(target, catalog);
    if (isAddress) faults.push(sql`lower(${value}) <> ${value} and strpos(${value}, '@') > 1`);
    if (target.letters) faults.push(sql`${inLetters(target.letters, sql`${value}::text`)} <> ${value}::text`);
    const misspelt = sql<SqlBool>`(${sql.join(faults, sql` or `)})`;
    const letters = wantedLetters(target.letters, isAddress);
    const fault = letters ? sql<SqlBool>`(${hasOddLetter(letters, value)} and ${misspelt})` : misspelt;
    if (!target.twins) return fault;
    return sql<SqlBool>`(${fault} or ${columnSql(joinTwins(target, scope), "form")} is not null)`;
  },
  uncheckable: (target, catalog) => unreadable(catalog, [[target.table, [target.column]]]),
  explain: (target, count) => {
    const faults = [
      "padded with blanks",
      ...(isEmail(target.column, target.table) ? ["written in capitals"] : []),
      ...(target.letters ? [`not in ${target.letters} letters as nearly all others`] : []),
      ...(target.twins ? ["like another but for blanks and case"] : []),
    ].join(", or ");
    if (count === 0) return `No ${columnLabel(target)} is ${faults}.`;
    const rows = count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
    return `In ${rows} of ${tableLabel(target.table)}, ${target.column} is ${faults}.`;
  },
  why: "A look-up, a join or a sign-in compares letter by letter: it misses such a row, and then a second one is made for the same thing. They come from forms and imports that keep what was typed as it was typed.",
});

/** The one case in which every value would be right. */
function wantedLetters(letters: ColumnTarget["letters"], isAddress: boolean): ColumnTarget["letters"] {
  if (!isAddress) return letters;
  return letters === "capital" ? undefined : "small";
}

/** Forms that several rows share, gathered once; of one letter, case may be all that tells ("m" and "M"). */
function joinTwins(target: ColumnTarget, scope: JoinScope): string {
  return scope.join(
    JSON.stringify(["twins", target.column]),
    (as) => sql`left join (
  select ${spelling(target, "d")} as form
  from ${tableSql(target.table)} as d
  where length(${trimmed(target, "d")}) > 2
  group by 1
  having count(*) > 1
) as ${sql.id(as)} on ${sql.id(as, "form")} = ${spelling(target, "t")}`,
  );
}
