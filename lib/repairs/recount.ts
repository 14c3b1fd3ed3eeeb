import { sql } from "kysely";
import { z } from "zod";
import { columnOf, equivalentForeignKey, missingColumn } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { livingRows, mayBeDeleted } from "@/lib/checks/soft-delete";
import type { CounterTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { assigningTriggers, mentioningTriggers } from "./column-triggers";
import { defineRepair } from "./define";
import { firstOf } from "./first-of";
import { requiredKey } from "./key-columns";
import { namesIn } from "./object-names";
import type { RowJoin } from "./row-plan";
import { allEqual, fromImage, textObject } from "./row-values";
import { counted, listed, nameOf } from "./wording";

const RecountInput = z.strictObject({ rows: z.enum(["living", "all"]).default("living") });
type RecountInput = z.infer<typeof RecountInput>;

const number = sql`coalesce(counted.n, 0)`;
const largest: Record<string, number> = { smallint: 32_767, integer: 2_147_483_647 };

export const recount = defineRepair<CounterTarget, RecountInput>({
  code: "recount",
  title: "Count again",
  description:
    "Sets the counter of the rows where it is wrong to the number of rows that there are. A row whose number moves between preview and change is left for the next preview.",
  form: "rows",
  mends: ["stale_counter"],
  input: RecountInput,
  offers: () => true,

  fields: ({ catalog, target }) =>
    mayBeDeleted(target.child, catalog)
      ? [
          {
            kind: "select",
            name: "rows",
            label: "Rows that count",
            help: `Some rows of ${nameOf(target.child)} are only marked as deleted.`,
            options: [
              { value: "living", label: "Those that are not marked as deleted" },
              { value: "all", label: "All rows" },
            ],
            value: "living",
          },
        ]
      : [],

  facts: ({ table, target }) => ({
    against: assigningTriggers(table, target.column),
    keepers: mentioningTriggers(target.child, target.column),
  }),

  refuses({ catalog, table, target, facts }) {
    const name = `${nameOf(table)}.${target.column}`;
    const column = columnOf(table, target.column);
    const child = catalog.find(target.child);
    if (!column || missingColumn(table, target.key)) return { reason: `There is no column ${name} to count into.` };
    if (!child || missingColumn(child, target.childColumns))
      return { reason: `${nameOf(target.child)} does not name rows of ${nameOf(table)} any more.` };
    if (column.generated) return { reason: `${name} is generated: the database counts it itself.` };
    const against = namesIn(facts.against);
    if (against.length === 0) return null;
    return {
      reason: `The trigger ${listed(against)} of ${nameOf(table)} sets ${target.column} by itself whenever a row is changed, and would overwrite what is counted. Mend what it does, or disable it while you count.`,
    };
  },

  plan({ catalog, table, target, input, facts }) {
    const most = sql.lit(largest[columnOf(table, target.column)?.type ?? ""] ?? Number.MAX_SAFE_INTEGER);
    return {
      form: "rows",
      table,
      key: requiredKey(table),
      joins: [children(target, catalog, input)],
      skip: firstOf([{ when: sql`${number} > ${most}`, reason: "It has more rows than the column can hold." }]),
      choice: textObject({ rows: sql`case when ${number} <= ${most} then ${number} end` }),
      creates: null,
      change: {
        kind: "update",
        set: () => ({ [target.column]: fromImage(table, target.column, sql`i.choice`, "rows") }),
      },
      summary: ({ change }) =>
        `${counted(change, "row")} of ${nameOf(table)} will get ${target.column} = the number of their rows in ${nameOf(target.child)}.`,
      rowEvent: "COUNTER_CORRECTED",
      rowMessage: `Counted again: ${target.column} was not the number of its rows in ${nameOf(target.child)}`,
      effects: [...unheld(target, catalog), ...kept(target, namesIn(facts.keepers))],
    };
  },
});

/** The numbers, computed once for all rows. */
function children({ child, childColumns, key }: CounterTarget, catalog: Catalog, { rows }: RecountInput): RowJoin {
  const columns = sql.join(childColumns.map((column) => columnSql("c", column)));
  const living = livingRows("c", child, catalog);
  return {
    as: "counted",
    query: sql`select ${columns}, count(*)${rows === "living" ? sql` filter (where ${living})` : sql``} as n
    from ${tableSql(child)} as c
    group by ${columns}`,
    on: allEqual(key.map((column, at) => [columnSql("counted", childColumns[at] ?? ""), columnSql("t", column)])),
  };
}

function unheld({ table, key, child, childColumns }: CounterTarget, catalog: Catalog): string[] {
  const reference = { columns: childColumns, parent: table, parentColumns: key };
  const found = catalog.find(child);
  if (found && equivalentForeignKey(found, reference)) return [];
  return [
    `No foreign key leads from ${nameOf(child)} to ${nameOf(table)}, so a row that is written there at the very moment of the change may be missed.`,
  ];
}

function kept({ child, column }: CounterTarget, triggers: string[]): string[] {
  return triggers.map(
    (name) => `The trigger ${name} of ${nameOf(child)} keeps ${column}; if it is what miscounts, it will again.`,
  );
}
