import { sql } from "kysely";
import { brokenCheck } from "@/lib/checks/broken-check";
import { checkAt } from "@/lib/checks/check-constraint";
import type { ConstraintTarget } from "@/lib/checks/target";
import { tableSql } from "@/lib/db";
import { defineRepair } from "./define";
import type { FactQueries } from "./facts";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { counted, nameOf } from "./wording";

export const validateCheck = defineRepair<ConstraintTarget, NoInput>({
  code: "validate-check",
  title: "Validate the CHECK",
  description:
    "Reads the old rows while the table is in use and proves that each of them keeps the rule. From then on people and the planner can rely on it.",
  form: "schema",
  mends: ["unvalidated_check"],
  input: noInput,
  offers: () => true,

  facts({ catalog, table, target }): FactQueries {
    const check = checkAt(target, catalog);
    if (!check?.expression || check.validated) return {};
    return { broken: sql`select count(*) as value from ${tableSql(table)} as t where ${brokenCheck(target, catalog)}` };
  },

  refuses({ catalog, table, target, facts }) {
    const check = checkAt(target, catalog);
    const named = `The CHECK constraint ${target.constraint} of ${nameOf(table)}`;
    if (!check) return { reason: `${nameOf(table)} has no CHECK constraint ${target.constraint} any more.` };
    if (check.unenforced) {
      return {
        reason: `${named} is NOT ENFORCED and cannot be validated as it is. Drop it and add it again, NOT VALID.`,
      };
    }
    if (check.validated) return { reason: `${named} is validated already.` };
    if (facts.broken === undefined)
      return {
        reason: `Somebody else has ${nameOf(table)} locked, so the rows cannot be counted now. Try again soon.`,
      };
    const rows = Number(facts.broken);
    if (rows === 0) return null;
    return {
      reason: `${counted(rows, "row")} of ${nameOf(table)} ${rows === 1 ? "breaks" : "break"} ${target.constraint}. Mend ${rows === 1 ? "it" : "them"} first: the check "Rows against a CHECK" lists ${rows === 1 ? "it" : "them"}.`,
    };
  },

  plan({ table, target }) {
    return {
      form: "schema",
      summary: `${target.constraint} is checked against every row of ${nameOf(table)} and marked valid. No row changes.`,
      steps: [
        {
          title: `Check that every row of ${nameOf(table)} keeps ${target.constraint}`,
          sql: sql`alter table ${tableSql(table)} validate constraint ${sql.id(target.constraint)}`,
          // Nothing needs to be put back: the rows kept the rule before, too.
          inverse: null,
          lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
        },
      ],
    };
  },
});
