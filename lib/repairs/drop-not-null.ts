import { sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { ColumnTarget } from "@/lib/checks/target";
import { defineRepair, type SchemaStep } from "./define";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { nameOf } from "./wording";

export const dropNotNull = defineRepair<ColumnTarget, NoInput>({
  code: "drop-not-null",
  title: "Allow NULL",
  description:
    "Lets rows be written before this column is known, and leaves a comment on the column for the next reader. No row changes.",
  form: "schema",
  mends: ["not_null_blocks_writes"],
  input: noInput,
  offers: (target) => target.nullable === true,
  facts: () => ({}),

  refuses({ table, target }) {
    const column = columnOf(table, target.column);
    const name = `${nameOf(table)}.${target.column}`;
    if (!column) return { reason: `There is no column ${name}.` };
    if (table.primaryKey?.columns.includes(target.column)) {
      return { reason: `${name} is part of the primary key, which never allows NULL.` };
    }
    if (column.identity) return { reason: `${name} is an identity column, which never allows NULL.` };
    if (column.nullable) return { reason: `${name} allows NULL already.` };
    return null;
  },

  plan({ table, target }) {
    const relation = sql.id(table.schema, table.name);
    const column = sql.id(target.column);
    const before = columnOf(table, target.column)?.comment ?? null;
    const steps: SchemaStep[] = [
      {
        title: `Drop NOT NULL from ${target.column}`,
        sql: sql`alter table ${relation} alter column ${column} drop not null`,
        inverse: sql`alter table ${relation} alter column ${column} set not null`,
        lock: lockOf("ACCESS EXCLUSIVE", table),
      },
    ];
    if (target.comment !== undefined && target.comment !== before) {
      // COMMENT takes no parameters; `lit` quotes the text as a literal.
      const comment = (text: string | null) =>
        sql`comment on column ${sql.id(table.schema, table.name, target.column)} is ${sql.lit(text)}`;
      steps.push({
        title: `Say why in the comment of ${target.column}`,
        sql: comment(target.comment),
        inverse: comment(before),
        lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
      });
    }
    return {
      form: "schema",
      summary: `${nameOf(table)}.${target.column} allows NULL from now on. No row changes.`,
      steps,
    };
  },
});
