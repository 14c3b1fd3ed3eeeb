import { sql } from "kysely";
import { missingColumn } from "@/lib/catalog/equivalents";
import type { ColumnTarget, StatusChange, StatusTarget } from "@/lib/checks/target";
import { defineRepair } from "./define";
import { requiredKey } from "./key-columns";
import { type NoInput, noInput } from "./no-input";
import { fromText } from "./row-values";
import { counted, nameOf } from "./wording";

export const endExpiredSessions = defineRepair<StatusTarget | ColumnTarget, NoInput>({
  code: "end-expired-sessions",
  title: "End them",
  description: "Gives rows that can never be used again the status that says so. Nothing else of them changes.",
  form: "rows",
  mends: ["active_but_expired", "empty_required_text"],
  input: noInput,
  offers: (target) => endOf(target) !== null,
  facts: () => ({}),

  refuses({ table, target }) {
    const change = endOf(target);
    if (change && !missingColumn(table, [change.statusColumn])) return null;
    return { reason: `There is no column ${nameOf(table)}.${change?.statusColumn ?? "status"} to change.` };
  },

  plan({ table, target }) {
    const change = endOf(target);
    if (!change) throw new Error("The target does not say how its rows end");
    const { statusColumn, from, to } = change;
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [],
      skip: null,
      choice: null,
      creates: null,
      change: { kind: "update", set: () => ({ [statusColumn]: fromText(table, statusColumn, sql`${to}`) }) },
      summary: (counts) => `${counted(counts.change, "row")} of ${nameOf(table)} will go from ${from} to ${to}.`,
      rowEvent: "SESSION_ENDED",
      rowMessage: `Ended: ${statusColumn} went from ${from} to ${to}`,
      effects: [],
    };
  },
});

function endOf(target: StatusTarget | ColumnTarget): StatusChange | null {
  if (target.kind === "column") return target.ends ?? null;
  const { statusColumn, from, to } = target;
  return to === null ? null : { statusColumn, from, to };
}
