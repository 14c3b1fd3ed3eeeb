import { type RawBuilder, sql } from "kysely";
import { faultOf } from "@/lib/checks/fault";
import { checkOn } from "@/lib/checks/registry";
import { tableSql } from "@/lib/db";
import { factsOf } from "@/lib/findings/facts-to-see";
import type { Asked } from "./questions";

/**
 * One query per check, as tools do that know their checks one at a time and of no constraint that answers one: a count
 * of the rows, or what the catalogue says of the thing.
 */
export function statementsOneByOne({ catalog, answered }: Asked): RawBuilder<unknown>[] {
  return answered.map(({ check, target }) => {
    if (checkOn(check, target).form === "catalog") return factsOf(check, target);
    const { joins, where } = faultOf(check, target, catalog);
    const joined = joins.length === 0 ? sql`` : sql.join(joins, sql`\n`);
    return sql`select count(*) from ${tableSql(target.table)} as t ${joined} where ${where}`;
  });
}
