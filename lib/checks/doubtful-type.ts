import { columnOf } from "@/lib/catalog/equivalents";
import type { Column } from "@/lib/catalog/types";
import { columnLabel, verdictOn } from "./column";
import { baseType, columnTargets } from "./column-targets";
import { defineCheck } from "./define";

const advice: Record<string, string> = {
  "timestamp without time zone":
    "does not say in which time zone, so one value means another moment to each reader. Use timestamp with time zone",
  money:
    "changes its meaning with a setting of the server and knows no currency. Use numeric, with the currency beside it",
  character:
    "pads every value with blanks that comparisons then ignore. Use text, with a CHECK on the length if one is wanted",
};

/** Columns of types that PostgreSQL keeps for old times' sake. */
export const doubtfulType = defineCheck({
  code: "doubtful_type",
  kind: "column",
  form: "catalog",
  severity: "info",
  title: "Doubtful type",
  targets: (catalog) =>
    columnTargets(catalog, (column) => isDoubtful(column) || baseType(column) === "timestamp with time zone").map(
      (target) => {
        const table = catalog.find(target.table);
        const column = table && columnOf(table, target.column);
        return { ...target, has: column?.domainOf ?? column?.type };
      },
    ),
  evaluate: (target, catalog) => verdictOn(target, catalog, (column) => !isDoubtful(column)),
  explain: (target, count) => {
    const has = target.has ?? "";
    const why = Object.entries(advice).find(([name]) => has.replace(/\(\d+\)/, "").startsWith(name))?.[1];
    return count === 0 || !why
      ? `${columnLabel(target)} has a type that keeps what is written to it.`
      : `${columnLabel(target)} is ${has}, which ${why}.`;
  },
  why: "These types take values and give back something that depends on a setting, or that was changed on the way in. The mistake shows when a second time zone, a second currency or a second program comes into play, and then in every row.",
});

// A single character has no room to be padded. `bpchar` without a length is not padded either.
function isDoubtful(column: Column): boolean {
  const type = baseType(column);
  if (type === "character") return !/^character\(1\)$/.test(column.domainOf ?? column.type);
  return type === "timestamp without time zone" || type === "money";
}
