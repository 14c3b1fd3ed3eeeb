import { sql } from "kysely";
import { equivalentIndex } from "@/lib/catalog/equivalents";
import type { Index, Table } from "@/lib/catalog/types";
import { superseding } from "@/lib/checks/redundant-index";
import type { IndexTarget } from "@/lib/checks/target";
import { defineRepair, type SchemaStep } from "./define";
import { type IndexFacts, indexFacts } from "./index-facts";
import { dropIndexConcurrently } from "./index-steps";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { columnsLabel } from "./object-names";
import { nameOf } from "./wording";

export const dropIndex = defineRepair<IndexTarget, NoInput>({
  code: "drop-index",
  title: "Drop the index",
  description:
    "Removes an index that no query needs while the table is in use. Its undo builds it again just as it was defined.",
  form: "schema",
  mends: ["duplicate_index", "invalid_index"],
  input: noInput,
  offers: () => true,
  facts: ({ table, target }) => ({ index: indexFacts(table, target.index) }),

  refuses({ check, table, target, facts }) {
    const index = indexOf(table, target);
    const known = facts.index as IndexFacts | undefined;
    const name = `The index ${target.index} of ${nameOf(table)}`;
    if (!index || !known) return { reason: `${nameOf(table)} has no index ${target.index} any more.` };
    const needed = index.constraint === null ? known.needed[0] : serves(index.constraint, table);
    if (needed !== undefined) return { reason: `${name} ${needed}` };
    if (known.isGrowing) return { reason: `${name} is being built at this moment. Wait until that has ended.` };
    if (check === "invalid_index")
      return index.valid ? { reason: `${name} is valid by now, and queries may rely on it.` } : null;
    const other = superseding(index, table);
    if (!other && index.partial)
      return {
        reason: `${name} covers only some of the rows, and no other index covers the same ones in the same way. Where none of your queries needs it, drop it by hand: drop index concurrently, outside a transaction.`,
      };
    if (!other) return { reason: `${name} has work of its own: no other index does it.` };
    const reference = servedAlone(table, index);
    if (!reference) return null;
    return { reason: `${name} is the only one that finds the rows of the foreign key ${reference}.` };
  },

  plan({ table, target, facts }) {
    const index = indexOf(table, target);
    if (!index) throw new Error("A refused repair has no plan.");
    const known = facts.index as IndexFacts;
    const { comment } = known;
    const other = superseding(index, table);
    const why = other ? `${other.name} does its work` : "it is invalid, so that no query uses it";
    return {
      form: "schema",
      summary: `The index ${index.name} of ${nameOf(table)} is dropped: ${why}. No row changes.`,
      steps: [...(comment === null ? [] : [dropComment(table, index, comment)]), dropStep(table, index, known)],
    };
  },
});

function indexOf(table: Table, target: IndexTarget): Index | undefined {
  return table.indexes.find(({ name }) => name === target.index);
}

function serves(constraint: string, table: Table): string {
  return `is what the constraint ${constraint} stands on, and goes with it only: alter table ${nameOf(table)} drop constraint ${constraint}.`;
}

/** A foreign key of the table that would have no index without this one. */
function servedAlone(table: Table, index: Index): string | undefined {
  const others = { ...table, indexes: table.indexes.filter((other) => other !== index) };
  return table.foreignKeys.find(
    ({ columns }) => equivalentIndex(table, columns) !== undefined && !equivalentIndex(others, columns),
  )?.name;
}

function dropStep(table: Table, dropped: Index, { definition, elsewhere }: IndexFacts): SchemaStep {
  const { name, columns, unique, partial } = dropped;
  const index = { schema: table.schema, name };
  const whole = `${definition}${elsewhere}`;
  return {
    title: `Drop the index ${name} on ${nameOf(table)} ${columnsLabel(columns.map((column) => column ?? "an expression"))}`,
    sql: dropIndexConcurrently(index),
    // PostgreSQL's own print of the index, which it reads back.
    inverse: sql.raw(whole.replace(/^CREATE (UNIQUE )?INDEX /, (create) => `${create}CONCURRENTLY `)),
    lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
    concurrent: { index: { ...index, columns, unique, ...(partial && { definition }) } },
  };
}

/** The comment goes with its index; as a step of its own it comes back with it. */
function dropComment(table: Table, { name }: Index, text: string): SchemaStep {
  const comment = (words: string | null) => sql`comment on index ${sql.id(table.schema, name)} is ${sql.lit(words)}`;
  return {
    title: `Keep the comment of ${name} for the undo`,
    sql: comment(null),
    inverse: comment(text),
    lock: { ...lockOf("SHARE UPDATE EXCLUSIVE", table), effect: "blocks nobody" },
  };
}
