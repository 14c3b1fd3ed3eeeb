import { type RawBuilder, type SqlBool, sql } from "kysely";
import { columnSql, tableSql } from "@/lib/db/sql";
import { defineCheck } from "./define";
import { closed } from "./presence";
import { feeds, sequenceAt, sequenceTarget, unreadableSequence } from "./sequence-target";
import { one, rowsThat, tableLabel } from "./wording";

/** Rows that already hold what the column's sequence has yet to give. */
export const sequenceBehind = defineCheck({
  code: "sequence_behind",
  kind: "sequence",
  form: "row",
  severity: "error",
  title: "Sequence behind its column",
  volatile: true,
  targets: (catalog) =>
    feeds(catalog)
      .filter(({ sequence }) => !sequence.cycles)
      .map(sequenceTarget),
  violates: (target, _scope, catalog): RawBuilder<SqlBool> => {
    const found = sequenceAt(target, catalog);
    if (!found) throw new Error(`There is no sequence ${target.sequence.name}.`);
    const value = columnSql("t", target.column);
    const step = sql.lit(found.increment);
    // Asked while the rows are read: writers go on, and a number from before would make a fault of every new row.
    const given = sql`(select case when s.is_called then s.last_value else s.last_value - ${step} end from ${tableSql(target.sequence)} as s)`;
    const beyond = found.increment > 0 ? sql`${value} > ${given}` : sql`${value} < ${given}`;
    // Of what lies ahead it gives each nth value; the others belong to somebody else and are never in its way.
    return found.increment === 1 ? sql`${beyond}` : sql`${beyond} and mod(${value} - ${given}, ${step}) = 0`;
  },
  // Tables that inherit take their numbers from the same sequence, so that their rows count too.
  uncheckable: (target, catalog) =>
    closed(catalog, [[target.table, [target.column]]]) ?? unreadableSequence(target, catalog),
  explain: ({ table, column, sequence }, count) => {
    const name = tableLabel(sequence);
    if (count === 0) return `No row of ${tableLabel(table)} holds ${one(column)} that ${name} has yet to give.`;
    return `${rowsThat(count, table, "holds", "hold")} ${one(column)} that ${name} has yet to give, so inserts fail with a duplicate key, or repeat a value, when it comes to ${count === 1 ? "it" : "them"}. Set ${name} to the column's last value.`;
  },
  why: "The next insert that relies on the sequence is given a number that a row has already, and fails, and so does each one after it until the sequence is past the gap. It happens when rows are restored, copied or imported with their numbers, which does not move the sequence.",
});
