import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Sequence, Table } from "@/lib/catalog/types";
import type { ColumnTarget, SequenceTarget } from "@/lib/checks/target";
import { carriedKeys } from "./carried-keys";
import { firingUpdates } from "./column-triggers";
import { defineRepair, type SchemaStep } from "./define";
import { expandColumn } from "./expand-column";
import { expandFacts, expandRefusal } from "./expand-refusal";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { namesIn } from "./object-names";
import { listed, nameOf } from "./wording";

const narrow = ["smallint", "integer"];

export const widenKey = defineRepair<ColumnTarget | SequenceTarget, NoInput>({
  code: "widen-key",
  title: "Make it bigint",
  description:
    "Fills a second column of the wider type while the table is in use, proves that it says the same, and puts it in the first one's place in one short lock.",
  form: "schema",
  mends: ["key_near_overflow", "sequence_near_overflow"],
  input: noInput,
  offers: () => true,

  facts: ({ table, target }) =>
    columnOf(table, target.column) ? { ...expandFacts(table, target.column), updates: firingUpdates(table) } : {},

  refuses({ table, target, facts }) {
    const column = columnOf(table, target.column);
    const name = `${nameOf(table)}.${target.column}`;
    if (!column) return { reason: `There is no column ${name}.` };
    if (column.type === "bigint") {
      const sequence = sequenceOf(table, target.column);
      if (sequence && endsAsInteger(sequence)) return null;
      return {
        reason: `${name} is bigint already${sequence ? `, and ${nameOf(sequence)} ends where somebody set its end` : ""}.`,
      };
    }
    if (!narrow.includes(column.type))
      return { reason: `${name} is ${column.type}, which is none of PostgreSQL's own narrow numbers.` };
    if (column.generated) return { reason: `${name} is generated: its type follows from its expression.` };
    const reason = expandRefusal(table, target.column, facts);
    return reason === null ? null : { reason };
  },

  plan({ catalog, table, target, facts }) {
    const column = columnOf(table, target.column);
    if (!column) throw new Error("A refused repair has no plan.");
    const sequence = sequenceOf(table, target.column);
    if (column.type === "bigint" && sequence) {
      return {
        form: "schema",
        summary: `${nameOf(sequence)} goes on beyond what an integer holds, as ${nameOf(table)}.${column.name} does.`,
        steps: [widenSequence(table, sequence)],
      };
    }
    const fired = namesIn(facts.updates);
    const fires = fired.length > 0 ? ` The trigger ${listed(fired)} fires for each row that is filled.` : "";
    return {
      form: "schema",
      summary: `${nameOf(table)}.${column.name} becomes bigint (it is ${column.type}), and no value changes. It is the last column then, for whoever writes without naming columns. There is no way back once it is in its place.${fires}`,
      steps: expandColumn({
        table,
        column,
        type: "bigint",
        compared: "as values",
        sequence,
        keys: carriedKeys(catalog, table, target.column),
        taken: namesIn(facts.taken),
      }),
    };
  },
});

function sequenceOf(table: Table, column: string): Sequence | undefined {
  return table.sequences?.find((sequence) => sequence.column === column && sequence.feeds);
}

function endsAsInteger({ maxValue, increment }: Sequence): boolean {
  return increment > 0 && ["2147483647", "32767"].includes(maxValue);
}

function widenSequence(table: Table, sequence: Sequence): SchemaStep {
  return {
    title: `Make ${nameOf(sequence)} bigint`,
    sql: sql`alter sequence ${sql.id(sequence.schema, sequence.name)} as bigint`,
    inverse: null,
    lock: lockOf("SHARE ROW EXCLUSIVE", table),
  };
}
