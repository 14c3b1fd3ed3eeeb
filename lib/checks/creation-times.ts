import { plainType } from "@/lib/catalog/comparable";
import { columnOf, provesUnique } from "@/lib/catalog/equivalents";
import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { references } from "./reference";
import type { AgeTarget, ReferenceTarget } from "./target";

const creation = /^(created( at| on| date| time)?|inserted at|creation (date|time)|create (date|time)|date created)$/;
const moments = ["timestamp with time zone", "timestamp without time zone", "date"];

/** A row is given another of these later on, one that may be newer than the row. */
const exchangeable =
  /\b(categor(y|ies)|status(es)?|states?|types?|plans?|tags?|teams?|groups?|departments?|roles?|stages?|levels?|tiers?|locations?|warehouses?|templates?|campaigns?|segments?|compan(y|ies)|organi[sz]ations?|versions?|settings?|currenc(y|ies)|countr(y|ies)|regions?)$/;

/** References whose rows are made after what they name, and stay with it. */
export function agedReferences(catalog: Catalog): AgeTarget[] {
  return references(catalog).flatMap((reference) => {
    const [child, parent] = [catalog.find(reference.table), catalog.find(reference.parent)];
    if (!child || !parent || child === parent || !belongs(reference, child, parent)) return [];
    const [at, parentAt] = [createdColumn(child), createdColumn(parent)];
    if (!at || !parentAt || plainType(at.type) !== plainType(parentAt.type)) return [];
    const { table, columns, parent: parentName, parentColumns } = reference;
    return [
      { kind: "age" as const, table, columns, parent: parentName, parentColumns, at: at.name, parentAt: parentAt.name },
    ];
  });
}

/** It must name a parent, and names it after what it is and not after a part that it plays, which is given to another later. */
function belongs({ columns, parentColumns }: ReferenceTarget, child: Table, parent: Table): boolean {
  const name = wordsOf(parent.name).filter((word) => !/^v?\d+$/.test(word));
  const isRequired = columns.every((column) => columnOf(child, column)?.nullable === false);
  const called = columns.some((column) => {
    const words = wordsOf(column);
    const own = words.length > 1 ? words.slice(0, -1) : words;
    return sameWords(own, name) || sameWords(own, name.slice(-own.length));
  });
  return isRequired && called && !exchangeable.test(name.join(" ")) && provesUnique(parent, parentColumns);
}

/** The one column that says when a row was made. */
export function createdColumn(table: Table): Column | undefined {
  const columns = table.columns.filter(
    ({ name, type }) => creation.test(wordsOf(name).join(" ")) && moments.includes(plainType(type)),
  );
  return columns.length === 1 ? columns[0] : undefined;
}
