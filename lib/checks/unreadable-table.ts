import { nameOf } from "./column-targets";
import { defineCheck } from "./define";
import { absence } from "./presence";
import { tableLabel } from "./wording";

/** Tables whose rows nobody looked at. Without this, a table with nothing else to ask of it would look sound. */
export const unreadableTable = defineCheck({
  code: "unreadable_table",
  kind: "table",
  form: "catalog",
  severity: "warning",
  title: "Table that cannot be read",
  targets: (catalog) =>
    catalog.tables
      .filter(({ readable }) => !readable)
      .map((table) => ({ kind: "table" as const, table: nameOf(table) })),
  evaluate: ({ table }, catalog) => {
    const found = catalog.find(table);
    if (!found) return { status: "not_checked", reason: absence(catalog, [[table, []]]) ?? "The table is not there." };
    if (found.readable) return { status: "passing" };
    return { status: "not_checked", reason: `Plumbline's database user may not read ${tableLabel(table)}.` };
  },
  explain: ({ table }, count) =>
    count === 0 ? `${tableLabel(table)} can be read.` : `${tableLabel(table)} cannot be read.`,
  why: "What its rows are like, and whether rows elsewhere that name them are orphans, nobody knows. It comes to be like this when a table is made by somebody else than those before it and no default privileges give the right to read it.",
});
