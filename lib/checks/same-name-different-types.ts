import { columnLabel, verdictOn } from "./column";
import { columnTarget, nameOf } from "./column-targets";
import { defineCheck } from "./define";
import { comparedAs, oddColumns } from "./odd-types";
import { tableLabel } from "./wording";

/** Columns whose type is not the one that their name has in other tables. */
export const sameNameDifferentTypes = defineCheck({
  code: "same_name_different_types",
  kind: "column",
  form: "catalog",
  severity: "info",
  title: "Same name, different type",
  targets: (catalog) =>
    oddColumns(catalog).map(({ table, column, usual, tables }) => ({
      ...columnTarget(table, column.name),
      has: column.domainOf ?? column.type,
      usual: { type: usual, tables: tables.map(nameOf) },
    })),
  evaluate: (target, catalog) => verdictOn(target, catalog, (column) => comparedAs(column) === target.usual?.type),
  explain: (target, count) => {
    const { has, usual } = target;
    if (count === 0 || !usual) return `${columnLabel(target)} has the type that its name has elsewhere.`;
    const [first, ...others] = usual.tables.map(tableLabel);
    const also = others.length === 0 ? "" : others.length === 1 ? ` and ${others[0]}` : ` and ${others.length} others`;
    return `${columnLabel(target)} is ${has}, while ${target.column} is ${usual.type} in ${first}${also}.`;
  },
  why: "Whoever joins or copies the two has values converted on the way, loses an index, or is refused. Tables that were made at different times, or by different programs, come to disagree about one and the same thing.",
});
