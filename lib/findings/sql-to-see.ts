import { type RawBuilder, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import { faultOf } from "@/lib/checks/fault";
import { checkOn } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { compileStatement, tableSql } from "@/lib/db";
import { factsOf } from "./facts-to-see";
import { inlineParameters } from "./inline-parameters";

/** The query that shows the fault, for a person to read and to paste elsewhere; null where it cannot be asked. */
export function sqlToSee(code: CheckCode, target: Target, catalog: Catalog): string | null {
  const check = checkOn(code, target);
  if (check.form === "row" && check.uncheckable(target, catalog) !== null) return null;
  const query = check.form === "row" ? rowsWithFault(code, target, catalog) : factsOf(code, target);
  return `${inlineParameters(compileStatement(query))};`;
}

function rowsWithFault(code: CheckCode, target: Target, catalog: Catalog): RawBuilder<unknown> {
  const { joins, where } = faultOf(code, target, catalog);
  const joined = joins.length === 0 ? sql`` : sql`\n${sql.join(joins, sql`\n`)}`;
  return sql`select t.*\nfrom ${tableSql(target.table)} as t${joined}\nwhere ${where}\nlimit 100`;
}
