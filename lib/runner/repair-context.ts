import type { Kysely } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import { faultOf } from "@/lib/checks/fault";
import { otherParent } from "@/lib/checks/other-parent";
import { checkOn } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { databaseSentence, sqlState } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Facts, Repair, RepairContext } from "@/lib/repairs/define";
import { type Narrowing, narrowed } from "./narrowing";
import { requireTable } from "./tables";

export interface RepairRequest {
  repair: Repair;
  check: CheckCode;
  target: Target;
  input: unknown;
  /** Only these of the finding's rows, or all but these. */
  narrowing?: Narrowing;
}

/** Everything a repair needs to refuse or to plan, read in the caller's snapshot. */
export async function readRepairContext(
  db: Kysely<unknown>,
  { repair, check, target, input, narrowing }: RepairRequest,
  catalog: Catalog,
): Promise<RepairContext<Target, unknown>> {
  const table = requireTable(catalog, target.table);
  const faulty = checkOn(check, target);
  const reason = faulty.form === "row" ? faulty.uncheckable(target, catalog) : otherParent(target, catalog);
  if (reason !== null) throw new AppError("refused", `The finding cannot be checked now: ${reason}`);
  const known = { check, fault: faultOf(check, target, catalog), catalog, table, target, input };
  // What is in the way of other rows is no reason against these.
  const asked = { ...known, fault: narrowed(known.fault, narrowing, table) };
  return { ...known, facts: await readFacts(db, repair, asked) };
}

/** Measures the facts a repair asks for. A value that cannot be read as the column's type is the operator's to correct. */
async function readFacts(
  db: Kysely<unknown>,
  repair: Repair,
  context: Omit<RepairContext<Target, unknown>, "facts">,
): Promise<Facts> {
  const facts: Facts = {};
  for (const [name, query] of Object.entries(repair.facts(context))) {
    try {
      const { rows } = await query.execute(db);
      facts[name] = rows[0]?.value;
    } catch (error) {
      if (!sqlState(error)?.startsWith("22")) throw error;
      throw new AppError("invalid", `A value that was given does not fit its column. ${databaseSentence(error)}`, {
        cause: error,
      });
    }
  }
  return facts;
}
