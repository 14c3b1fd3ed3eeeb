import type { Catalog, CheckConstraint } from "@/lib/catalog/types";
import type { ConstraintTarget } from "./target";
import { tableLabel } from "./wording";

/** Every CHECK constraint, as a target. */
export function declaredChecks(catalog: Catalog): ConstraintTarget[] {
  return catalog.tables.flatMap(({ schema, name, checkConstraints = [] }) =>
    checkConstraints.map((check) => ({
      kind: "constraint" as const,
      table: { schema, name },
      constraint: check.name,
      columns: check.columns,
      ...(check.unenforced && { unenforced: true as const }),
    })),
  );
}

/** The CHECK constraint that the target names, as it is. */
export function checkAt({ table, constraint }: ConstraintTarget, catalog: Catalog): CheckConstraint | undefined {
  return catalog.find(table)?.checkConstraints?.find(({ name }) => name === constraint);
}

/** A sentence where there is no such constraint any more. */
export function checkAbsence(target: ConstraintTarget, catalog: Catalog): string | null {
  if (!catalog.find(target.table))
    return `There is no table ${tableLabel(target.table)} among the tables that Plumbline looks at.`;
  return checkAt(target, catalog) ? null : `${tableLabel(target.table)} has no CHECK constraint ${target.constraint}.`;
}
