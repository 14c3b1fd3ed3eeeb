import { type RawBuilder, sql } from "kysely";
import type { Index } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db";
import type { SkipCase } from "./first-of";
import type { MergeReference } from "./merge-references";
import type { RowJoin } from "./row-plan";
import { nameOf } from "./wording";

export interface Clash {
  join: RowJoin;
  skip: SkipCase;
}

/**
 * The rows that cannot go because two rows that name the same person would be the same in a unique key afterwards. Of an
 * expression or a condition of the key nothing is known, so it is taken for met.
 */
export function clashesOf(references: MergeReference[], named: string[]): Clash[] {
  const pairs = references.flatMap((reference) =>
    reference.child.indexes
      .filter(({ unique, valid, columns }) => unique && valid && columns.some((name) => isMoved(reference, name)))
      .map((index) => ({ reference, index })),
  );
  return pairs.map(({ reference, index }, at) => clashOf(reference, index, named, `clash_${at + 1}`));
}

function clashOf(reference: MergeReference, index: Index, named: string[], as: string): Clash {
  const { child } = reference;
  const others = index.columns.filter((name) => name !== null && !isMoved(reference, name)) as string[];
  const values = others.map((name) => columnSql("c", name));
  const known = values.map((value) => sql` and ${value} is not null`);
  return {
    join: {
      as,
      query: sql`select distinct twins.place
    from (
      select found.place, found.is_first, count(*) over (partition by ${sql.join([sql`found.stays`, ...values])}) as n
      from found
      join ${tableSql(child)} as c on ${namesFound(reference, named)}
      where found.size > 1${sql.join(known, sql``)}
    ) as twins
    where twins.n > 1 and not twins.is_first`,
      on: sql`${sql.id(as, "place")} = found.place`,
    },
    skip: {
      when: sql`${sql.id(as, "place")} is not null`,
      reason: `Its row of ${nameOf(child)} and one of the same person would be the same in ${index.name}, which is unique. Keep one of the two first.`,
    },
  };
}

/** The row `c` names the row of the group. */
export function namesFound({ columns, parentColumns }: MergeReference, named: string[]): RawBuilder<unknown> {
  const pairs = columns.map(
    (column, at) =>
      sql`${columnSql("c", column)} = ${sql.id("found", `named_${named.indexOf(parentColumns[at] as string) + 1}`)}`,
  );
  return sql.join(pairs, sql` and `);
}

function isMoved({ columns }: MergeReference, name: string | null): boolean {
  return name !== null && columns.includes(name);
}
