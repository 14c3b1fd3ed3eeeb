import { sql } from "kysely";
import type { AdoptRule, ReferenceTarget } from "@/lib/checks/target";
import { adoptedColumns, joinAdopted, ruleRefusal } from "./adopt-rule";
import { creationFaults, creationRefusal } from "./created-row";
import { defineRepair } from "./define";
import { firstOf } from "./first-of";
import { requiredKey } from "./key-columns";
import { type NoInput, noInput } from "./no-input";
import { counted, listed, nameOf } from "./wording";

export const adoptOrphans = defineRepair<ReferenceTarget, NoInput>({
  code: "adopt-orphans",
  title: "Recreate the missing parents",
  description:
    "Makes each missing parent again from its orphans, which stay as they are. Nothing is lost; choose it when the rows are worth keeping.",
  form: "rows",
  mends: ["orphan_rows"],
  input: noInput,
  offers: (target) => target.adopt !== undefined,
  facts: () => ({}),

  refuses({ catalog, table, target }) {
    const parent = catalog.find(target.parent);
    if (!parent) return { reason: `There is no table ${nameOf(target.parent)} to recreate rows in.` };
    const rule = ruleOf(target);
    const reason = ruleRefusal(table, rule) ?? creationRefusal(parent, adoptedColumns(target, rule));
    return reason === null ? null : { reason };
  },

  plan({ catalog, table, target, fault }) {
    const parent = catalog.find(target.parent);
    if (!parent) throw new Error(`There is no table ${nameOf(target.parent)}`);
    const rule = ruleOf(target);
    const columns = adoptedColumns(target, rule);
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [joinAdopted(table, target, rule, fault)],
      skip: firstOf(creationFaults(catalog, parent, columns, sql`adopted.image`)),
      choice: sql`jsonb_build_object('create', adopted.image)`,
      creates: {
        title: `Create the missing rows of ${nameOf(parent)}`,
        table: parent,
        key: requiredKey(parent),
        columns,
        identity: target.parentColumns,
        rowEvent: "PARENT_RECREATED",
        rowMessage: `Created from its orphans in ${nameOf(table)}`,
      },
      change: { kind: "none" },
      summary: ({ change, create }) =>
        `${counted(create, "row")} of ${nameOf(parent)} will be created; ${counted(change, "row")} of ${nameOf(table)} ${change === 1 ? "gets its parent" : "get their parents"} back and ${change === 1 ? "stays as it is" : "stay as they are"}.`,
      rowEvent: target.rowEvent ?? "ORPHANED_ROW_DETECTED",
      rowMessage: `Adopted: the row that ${listed(target.columns)} names was created again in ${nameOf(parent)}`,
      effects: [],
    };
  },
});

function ruleOf({ adopt }: ReferenceTarget): AdoptRule {
  if (!adopt) throw new Error("The target does not say how a missing parent is recreated");
  return adopt;
}
