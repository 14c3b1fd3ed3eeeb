import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, Table } from "@/lib/catalog/types";
import { defineCheck } from "./define";
import { absence } from "./presence";
import { declaredReferences, foreignKeyOf, parentLabel } from "./reference";
import type { ReferenceTarget } from "./target";
import { columnsLabel, keyLabel } from "./wording";

/** A foreign key of several columns that a single NULL switches off. */
export const nullableCompositeReference = defineCheck({
  code: "nullable_composite_reference",
  kind: "reference",
  form: "catalog",
  severity: "warning",
  title: "Composite foreign key with a nullable part",
  targets: (catalog) =>
    declaredReferences(catalog)
      .filter(({ columns }) => columns.length > 1)
      .map((target) => ({ ...target, seen: { nullable: nullableColumns(target, catalog) } })),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, [[target.table, target.columns]]);
    if (absent) return { status: "not_checked", reason: absent };
    const key = foreignKeyOf(target, catalog);
    if (!key) return { status: "not_checked", reason: "There is no such foreign key any more." };
    const nullable = nullableColumns(target, catalog);
    const held = nullable.length === 0 || key.match === "full" || isMeant(target, nullable, catalog);
    return { status: held ? "passing" : "failing" };
  },
  explain: (target, count) => {
    const reference = `The foreign key from ${keyLabel(target.table, target.columns)} to ${parentLabel(target)}`;
    if (count === 0) return `${reference} looks at every row that names a parent.`;
    const nullable = target.seen?.nullable ?? target.columns;
    return `${reference} says nothing of a row in which ${columnsLabel(nullable)} ${
      nullable.length === 1 ? "is" : "are wholly or partly"
    } NULL, whatever the other columns hold.`;
  },
  why: "With MATCH SIMPLE, which is the default, one NULL among the columns is enough for PostgreSQL to check none of them: the row names a parent that may not exist, and no error tells. It happens when one column of the key is made optional and the others are still filled.",
});

function nullableColumns({ table, columns }: ReferenceTarget, catalog: Catalog): string[] {
  const found = catalog.find(table);
  return found ? columns.filter((name) => columnOf(found, name)?.nullable) : [];
}

function isMeant(target: ReferenceTarget, nullable: string[], catalog: Catalog): boolean {
  const table = catalog.find(target.table);
  return table !== undefined && (allOrNone(table, target, nullable) || isOptional(table, target, nullable));
}

/** A CHECK speaks of these columns together: as a rule it forbids that some are NULL and others are not. */
function allOrNone({ checkConstraints = [] }: Table, { columns }: ReferenceTarget, nullable: string[]): boolean {
  return checkConstraints.some(
    (check) =>
      check.validated &&
      nullable.every((name) => check.columns.includes(name)) &&
      columns.filter((name) => check.columns.includes(name)).length > 1,
  );
}

/**
 * One column names the parent; the others (a tenant …) are always there and belong to a foreign key of their own. Of a
 * tree's rows the topmost have no parent.
 */
function isOptional(table: Table, { columns, parent }: ReferenceTarget, nullable: string[]): boolean {
  const required = columns.filter((name) => !nullable.includes(name));
  if (nullable.length === 1 && parent.schema === table.schema && parent.name === table.name) return true;
  const own = table.foreignKeys.filter((key) => key.columns.every((name) => required.includes(name)));
  return nullable.length === 1 && required.every((name) => own.some((key) => key.columns.includes(name)));
}
