import { type RawBuilder, sql } from "kysely";
import type { Index, Table, TableName } from "@/lib/catalog/types";
import type { SchemaStep } from "./define";
import { lockOf } from "./locks";
import { columnsLabel } from "./object-names";
import { nameOf } from "./wording";

/** The wanted index, its building broken off: it costs every write and serves no reader. */
export function leftover(
  table: Table,
  wanted: { name: string; columns: string[]; unique: boolean },
): Index | undefined {
  return table.indexes.find(
    (index) =>
      index.name === wanted.name &&
      !index.valid &&
      !index.partial &&
      index.unique === wanted.unique &&
      index.columns.join("\0") === wanted.columns.join("\0"),
  );
}

/** Removes an index while the table is in use. */
export function dropIndexConcurrently(index: TableName): RawBuilder<unknown> {
  return sql`drop index concurrently if exists ${sql.id(index.schema, index.name)}`;
}

/** The step that removes such a leftover. */
export function dropLeftover(table: Table, index: Index): SchemaStep {
  const name = { schema: table.schema, name: index.name };
  return {
    title: `Drop ${index.name}, left invalid by an earlier attempt`,
    sql: dropIndexConcurrently(name),
    inverse: null,
    lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
    concurrent: { index: { ...name, columns: index.columns, unique: index.unique } },
  };
}

/** Builds an index while the table is in use. */
export function createIndex(wanted: { table: Table; name: string; columns: string[]; unique: boolean }): SchemaStep {
  const { table, name, columns } = wanted;
  const create = wanted.unique ? sql`create unique index concurrently` : sql`create index concurrently`;
  const list = sql.join(columns.map((column) => sql.id(column)));
  return {
    title: `Build the ${wanted.unique ? "unique index" : "index"} ${name} on ${nameOf(table)} ${columnsLabel(columns)}`,
    sql: sql`${create} ${sql.id(name)} on ${sql.id(table.schema, table.name)} (${list})`,
    inverse: dropIndexConcurrently({ schema: table.schema, name }),
    lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
    concurrent: { index: { schema: table.schema, name, columns, unique: wanted.unique } },
  };
}
