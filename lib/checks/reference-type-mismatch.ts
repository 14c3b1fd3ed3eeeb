import { plainType } from "@/lib/catalog/comparable";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, TableName } from "@/lib/catalog/types";
import { defineCheck } from "./define";
import { absence } from "./presence";
import { parentLabel, type ReferenceEnds, referenceParts, references, unlikeReferences } from "./reference";
import { keyLabel, tableLabel } from "./wording";

/** A reference whose two ends are of different types. */
export const referenceTypeMismatch = defineCheck({
  code: "reference_type_mismatch",
  kind: "reference",
  form: "catalog",
  severity: "warning",
  title: "Types of a reference differ",
  // Of a parent outside of the business, the types are not known.
  targets: (catalog) =>
    [...references(catalog), ...unlikeReferences(catalog)]
      .filter(({ parent }) => catalog.find(parent))
      .map((target) => {
        const types = differingTypes(target, catalog);
        return types.length === 0 ? target : { ...target, seen: { types } };
      }),
  evaluate: (target, catalog) => {
    const absent = absence(catalog, referenceParts(target));
    if (absent) return { status: "not_checked", reason: absent };
    return { status: differingTypes(target, catalog).length === 0 ? "passing" : "failing" };
  },
  explain: (target, count) => {
    const ends = [keyLabel(target.table, target.columns), parentLabel(target)];
    if (count === 0) return `${ends[0]} and ${ends[1]}, which it names, have the same type.`;
    const types = target.seen?.types ?? [];
    const differ = types.map(([child, parent]) => `${child} against ${parent}`).join(", ");
    const overflows = types.some(([child, parent]) => isNarrower(child, parent));
    return `${ends[0]} has another type than ${ends[1]}, which it names${differ && `: ${differ}`}.${
      overflows ? ` It cannot hold every key that ${tableLabel(target.parent)} can have.` : ""
    }`;
  },
  why: "A key that has outgrown the narrower type cannot be stored in the rows that should name it, and every insert of them fails from then on. Comparing unlike types also converts one of the two, which may keep an index from being used. It happens when a key is widened and the columns that name it are forgotten.",
});

const wholeNumbers = ["smallint", "integer", "bigint"];

function isNarrower(child: string, parent: string): boolean {
  return wholeNumbers.includes(child) && wholeNumbers.indexOf(child) < wholeNumbers.indexOf(parent);
}

function differingTypes(target: ReferenceEnds, catalog: Catalog): [child: string, parent: string][] {
  return target.columns.flatMap((name, at): [string, string][] => {
    const child = storedType(target.table, name, catalog);
    const parent = storedType(target.parent, target.parentColumns[at] ?? "", catalog);
    return child && parent && child !== parent ? [[child, parent]] : [];
  });
}

// Texts of any length are one type, and so are a domain and what it is made of.
function storedType(table: TableName, name: string, catalog: Catalog): string | null {
  const found = catalog.find(table);
  const column = found && columnOf(found, name);
  if (!column) return null;
  const type = plainType(column.domainOf ?? column.type);
  return type === "character varying" ? "text" : type;
}
