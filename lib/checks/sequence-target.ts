import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog, Column, Sequence, Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import type { SequenceTarget } from "./target";
import { holdsNumbers } from "./type-range";
import { tableLabel } from "./wording";

// A default that reckons with what the sequence gives does not store that itself.
const givesItself = /^nextval\('(?:[^']|'')*'::regclass\)(::[a-z ]+)?$/;

/** A sequence whose values a column of numbers takes as they are. */
export interface Feed {
  table: Table;
  column: Column;
  sequence: Sequence;
}

/** Every such sequence, in the order of the catalogue. */
export function feeds(catalog: Catalog): Feed[] {
  return catalog.tables.flatMap((table) =>
    (table.sequences ?? []).flatMap((sequence) => {
      const column = columnOf(table, sequence.column);
      if (!column || !sequence.feeds || !holdsNumbers(column)) return [];
      return column.identity !== null || givesItself.test(column.default ?? "") ? [{ table, column, sequence }] : [];
    }),
  );
}

export function sequenceTarget({ table, column, sequence }: Feed): SequenceTarget {
  return { kind: "sequence", table: nameOf(table), column: column.name, sequence: nameOf(sequence) };
}

/** The sequence that the target names, as it is. */
export function sequenceAt({ table, column, sequence }: SequenceTarget, catalog: Catalog): Sequence | undefined {
  return catalog
    .find(table)
    ?.sequences?.find((one) => one.column === column && one.schema === sequence.schema && one.name === sequence.name);
}

/** A sentence where the sequence cannot be read; null where it can. */
export function unreadableSequence(target: SequenceTarget, catalog: Catalog): string | null {
  const found = sequenceAt(target, catalog);
  const label = tableLabel(target.sequence);
  if (!found) return `There is no sequence ${label} for ${tableLabel(target.table)}.${target.column} any more.`;
  return found.readable
    ? null
    : `The sequence ${label} could not be read: Plumbline's database user may not select from it, or somebody has it locked.`;
}
