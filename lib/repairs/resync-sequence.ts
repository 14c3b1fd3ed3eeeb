import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Sequence, Table } from "@/lib/catalog/types";
import type { SequenceTarget } from "@/lib/checks/target";
import { columnSql, tableSql } from "@/lib/db";
import { defineRepair, type Fault } from "./define";
import { type NoInput, noInput } from "./no-input";
import { setSequencePast } from "./set-sequence-past";
import { nameOf } from "./wording";

export const resyncSequence = defineRepair<SequenceTarget, NoInput>({
  code: "resync-sequence",
  title: "Move the sequence on",
  description:
    "Sets the sequence to the last value that its column holds, so that the next number is free. It only ever moves on, and there is no way back: numbers that were given since would be given twice.",
  form: "schema",
  mends: ["sequence_behind"],
  input: noInput,
  offers: () => true,
  facts: ({ table, target, fault }) => ({
    furthest: sql`select ${furthest(table, target)}::text as value ${faultyRows(table, fault)}`,
  }),

  refuses({ table, target, facts }) {
    const sequence = sequenceOf(table, target);
    const name = nameOf(target.sequence);
    const column = `${nameOf(table)}.${target.column}`;
    if (!sequence || !columnOf(table, target.column)) return { reason: `${name} does not number ${column} any more.` };
    if (sequence.cycles)
      return { reason: `${name} begins anew when it has come to its end (CYCLE), so it is never behind for good.` };
    if (typeof facts.furthest !== "string") {
      return { reason: `No row of ${nameOf(table)} holds a ${target.column} that ${name} has yet to give.` };
    }
    if (left(sequence, facts.furthest) > 0n) return null;
    const end = sequence.increment > 0 ? sequence.maxValue : sequence.minValue;
    return {
      reason: `${column} holds ${facts.furthest}, and ${name} ends at ${end}: past it no number would be left. Correct that row, or give the sequence more room.`,
    };
  },

  plan({ table, target, fault, facts }) {
    const sequence = sequenceOf(table, target);
    if (!sequence) throw new Error("A refused repair has no plan.");
    const name = nameOf(target.sequence);
    const last = String(facts.furthest);
    const given = sequence.lastValue === null ? "has given none yet" : `is at ${sequence.lastValue}`;
    return {
      form: "schema",
      summary: `${name} moves on to ${last}, the last ${target.column} of ${nameOf(table)} (it ${given}). It has ${left(sequence, last).toLocaleString("en")} numbers left then. No row changes.`,
      steps: [
        {
          title: `Set ${name} to the last ${target.column} that is taken`,
          sql: setSequencePast({
            sequence,
            names: [table.schema, table.name, target.column],
            furthest: sql`select ${furthest(table, target)} into furthest ${faultyRows(table, fault)}`,
          }),
          // Behind the numbers that were given since is where the fault began.
          inverse: null,
          lock: {
            mode: "SHARE ROW EXCLUSIVE",
            table: target.sequence,
            effect: `whoever needs a number of ${name} waits for the moment of the change; all others read and write on`,
          },
        },
      ],
    };
  },
});

function sequenceOf(table: Table, { column, sequence }: SequenceTarget): Sequence | undefined {
  return table.sequences?.find(
    (one) => one.column === column && one.schema === sequence.schema && one.name === sequence.name,
  );
}

function furthest(table: Table, target: SequenceTarget) {
  const value = sql`${columnSql("t", target.column)}::numeric`;
  return (sequenceOf(table, target)?.increment ?? 1) > 0 ? sql`ceil(max(${value}))` : sql`floor(min(${value}))`;
}

function faultyRows(table: Table, { joins, where }: Fault) {
  return sql`from ${tableSql(table)} as t ${sql.join(joins, sql` `)} where ${where}`;
}

/** How many numbers the sequence still has after this one; none after what is no number. */
function left({ increment, maxValue, minValue }: Sequence, furthest: string): bigint {
  if (!/^-?\d+$/.test(furthest)) return 0n;
  const room = increment > 0 ? BigInt(maxValue) - BigInt(furthest) : BigInt(furthest) - BigInt(minValue);
  return room / BigInt(Math.abs(increment));
}
