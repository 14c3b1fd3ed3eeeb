import { type RawBuilder, sql } from "kysely";
import { identifyingColumns } from "@/lib/catalog/equivalents";
import type { Catalog, Table } from "@/lib/catalog/types";
import type { ContactTarget } from "@/lib/checks/target";
import { tableSql } from "@/lib/db";
import { refersTo } from "./child-rows";
import { defineRepair, type RepairContext } from "./define";
import type { FactQueries } from "./facts";
import { firstOf, type SkipCase } from "./first-of";
import { requiredKey } from "./key-columns";
import { clashesOf, namesFound } from "./merge-clashes";
import { mergeGroups } from "./merge-groups";
import { MergeInput, mergeFields } from "./merge-input";
import { innerReferences, mergeRefusal, movesOf, outerReferences } from "./merge-references";
import type { RowJoin } from "./row-plan";
import { samePairs } from "./row-values";
import { counted, nameOf } from "./wording";

/** An address that more rows share is nobody's own: noreply@, test@, the reception's phone. */
const mostRows = 20;

type Context = Omit<RepairContext<ContactTarget, MergeInput>, "facts">;

export const mergeDuplicates = defineRepair<ContactTarget, MergeInput>({
  code: "merge-duplicates",
  title: "Merge the duplicates",
  description:
    "Of the rows of one person one stays. Whatever names the others names that one afterwards, and the others go into quarantine.",
  form: "rows",
  mends: ["duplicate_contacts"],
  input: MergeInput,
  offers: () => true,
  fields: ({ target }) => mergeFields(target),

  facts(context): FactQueries {
    const { catalog, table } = context;
    if (!identifyingColumns(table) || mergeRefusal(catalog, table) !== null) return {};
    return outerReferences(catalog, table).length === 0 ? {} : { moved: movedRows(context) };
  },

  refuses({ catalog, table }) {
    const reason = mergeRefusal(catalog, table);
    return reason === null ? null : { reason };
  },

  plan(context) {
    const { catalog, table, facts } = context;
    const clashes = clashesOf(outerReferences(catalog, table), namedBy(catalog, table));
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [joinFound(context), ...clashes.map(({ join }) => join)],
      skip: firstOf([...leftAlone, ...selfNamed(catalog, table), ...clashes.map(({ skip }) => skip)]),
      choice: sql`jsonb_build_object('to', found.stays)`,
      creates: null,
      moves: movesOf(catalog, table),
      change: { kind: "delete" },
      summary: ({ change }) =>
        `${counted(change, "row")} of ${nameOf(table)} will be merged: ${change === 1 ? "it goes" : "they go"} into quarantine, and what names ${change === 1 ? "it" : "them"} will name the row of the same person that stays.`,
      rowEvent: "DUPLICATE_MERGED",
      rowMessage: `Merged: another row of ${nameOf(table)} is the same person and stays`,
      effects: effectsOf(catalog, table, facts.moved),
    };
  },
});

const leftAlone: SkipCase[] = [
  {
    when: sql`found.size = 1 and found.torn`,
    reason: "Rows with its phone have different addresses, so they may be different people.",
  },
  { when: sql`found.size is null or found.size = 1`, reason: "It shares nothing that rows are to be merged by." },
  {
    when: sql`found.size > ${sql.lit(mostRows)}`,
    reason: `More than ${mostRows} rows share its address or phone, which is likely no single person's.`,
  },
  { when: sql`found.is_first`, reason: "It stays: the other rows of the same person are merged into it." },
];

/** What the table is named by from outside: by its key as a rule. */
function namedBy(catalog: Catalog, table: Table): string[] {
  return [...new Set(outerReferences(catalog, table).flatMap(({ parentColumns }) => parentColumns))];
}

function joinFound({ catalog, table, target, input }: Context): RowJoin {
  const key = requiredKey(table);
  return {
    as: "found",
    query: mergeGroups({ catalog, table, key, target, input, named: namedBy(catalog, table) }),
    on: samePairs(
      "found",
      key.map((_, at) => `key_${at + 1}`),
      "t",
      key,
    ),
  };
}

function selfNamed(catalog: Catalog, table: Table): SkipCase[] {
  return innerReferences(catalog, table).map(({ columns, parentColumns }) => ({
    when: sql`exists (select from ${tableSql(table)} as own where ${refersTo({ columns, parentColumns }, "own")})`,
    reason: `A row of ${nameOf(table)} itself names it (${columns.join(", ")}). Have that one name the row that stays first.`,
  }));
}

/** Fact: how many rows of each other table name one that goes. */
function movedRows(context: Context): RawBuilder<{ value: unknown }> {
  const { catalog, table, fault } = context;
  const { on, query } = joinFound(context);
  const counts = outerReferences(catalog, table).map(({ child, ...reference }) => {
    const names = namesFound({ child, ...reference }, namedBy(catalog, table));
    return sql`(select count(*) from going as found join ${tableSql(child)} as c on ${names})`;
  });
  return sql`
    with found as materialized (${query}),
    going as materialized (
      select found.*
      from ${tableSql(table)} as t
      ${sql.join(fault.joins, sql` `)}
      join found on ${on}
      where ${fault.where} and found.size between 2 and ${sql.lit(mostRows)} and not found.is_first
    )
    select jsonb_build_array(${sql.join(counts)}) as value`;
}

function effectsOf(catalog: Catalog, table: Table, moved: unknown): string[] {
  const counts: unknown[] = Array.isArray(moved) ? moved : [];
  return outerReferences(catalog, table).flatMap(({ child, columns, foreignKey }, at) => {
    const n = Number(counts[at] ?? 0);
    const where = `${nameOf(child)} (${columns.join(", ")})`;
    const open = `No foreign key leads from ${where} to ${nameOf(table)}, so a row that is written there at the very moment of the change may be missed.`;
    const follow = `${counted(n, "row")} of ${where} ${n === 1 ? "names" : "name"} a row that goes and will name the one that stays.`;
    return [...(n > 0 ? [follow] : []), ...(foreignKey ? [] : [open])];
  });
}
