import { type RawBuilder, type SqlBool, sql } from "kysely";
import { columnSql } from "@/lib/db/sql";
import { defineCheck, type JoinScope } from "./define";
import { unreadable } from "./presence";
import type { CustomTarget } from "./target";
import { rowsThat } from "./wording";

/** What an admin wrote as SQL, or a team keeps as a file in its repository. */
export const customCheck = defineCheck({
  code: "custom_check",
  kind: "custom",
  form: "row",
  volatile: true,
  severity: "warning",
  title: "Custom check",
  targets: () => [],
  violates: (target, scope) => sql<SqlBool>`(${faulty(target, scope)}) and ${onlyOneStatement}`,
  uncheckable: ({ table, rule, fault }, catalog) =>
    fault ?? unreadable(catalog, [[table, rule.form === "query" ? rule.keys : []]]),
  explain: ({ name, table }, count) =>
    count === 0 ? `No row is named by "${name}".` : `${rowsThat(count, table, "is", "are")} named by "${name}".`,
  why: "Somebody of your team wrote this check; its description says what for.",
});

/**
 * A statement with a parameter travels by the extended protocol, which takes one statement only: a text that smuggles
 * a second one past the read-only transaction is refused by PostgreSQL itself.
 */
const onlyOneStatement: RawBuilder<unknown> = sql`${true}::boolean`;

// The text is SQL that an admin wrote to be run as it is; the line break ends a comment that it may end with.
function faulty({ id, rule }: CustomTarget, scope: JoinScope): RawBuilder<unknown> {
  if (rule.form === "predicate") return sql`${sql.raw(rule.sql)}\n`;
  const alias = scope.join(JSON.stringify(["custom", id]), (as) => {
    const keys = sql.join(rule.keys.map((name) => sql.id(name)));
    const equal = rule.keys.map((name) => sql`${columnSql(as, name)} = ${columnSql("t", name)}`);
    return sql`left join (select distinct ${keys} from (${sql.raw(rule.sql)}\n) as q) as ${sql.id(as)} on ${sql.join(equal, sql` and `)}`;
  });
  return sql`${columnSql(alias, rule.keys[0] ?? "")} is not null`;
}
