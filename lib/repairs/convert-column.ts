import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import { dollarQuote } from "./dollar-quote";

const word = `[a-zA-Z_][a-zA-Z0-9_]*`;
const name = `(?:${word}|"(?:[^"]|"")+")`;
const modifiers = `(?:\\(\\d+(?:, ?\\d+)?\\))?`;
const typeName = new RegExp(
  `^${name}(?:\\.${name})?(?: (?:varying|precision))?${modifiers}(?: with(?:out)? time zone)?(?:\\[\\])*$`,
);

/** Is it written like one type: a name, perhaps of a schema, with its modifiers. */
export function isTypeName(type: string): boolean {
  return typeName.test(type);
}

/** A type as SQL. PostgreSQL has no parameters for types, so only what is written like one passes. */
export function typeSql(type: string): RawBuilder<unknown> {
  if (!isTypeName(type)) throw new Error(`Not the name of a type: ${type}`);
  return sql.raw(type);
}

/** Rows whose value is refused by the type, or is written differently by it. */
export function losesValues(value: RawBuilder<unknown>, type: string, as: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`${value} is not null and case
      when pg_input_is_valid(${value}::text, ${type})
      then (${value}::text::${as})::text is distinct from ${value}::text
      else true
    end`;
}

/**
 * Converts a column and proves in the same transaction that each value is still written as it was.
 * One statement, so that nothing can come between the proof and the change.
 */
export function convertColumn(table: TableName, column: string, type: string): RawBuilder<unknown> {
  const relation = sql.id(table.schema, table.name);
  const value = sql.id(column);
  const quote = dollarQuote([table.schema, table.name, column, type]);
  const measure = sql`select count(*) as total, count(${value}) as filled, sum(hashtextextended(${value}::text, 0)) as checksum`;
  const using = type === "text" ? sql`${value}::text` : sql`${value}::text::${typeSql(type)}`;
  return sql`do ${quote}
#variable_conflict use_column
declare
  before record;
  after record;
begin
  lock table ${relation} in access exclusive mode;
  ${measure}
    into before from ${relation};
  alter table ${relation}
    alter column ${value} type ${typeSql(type)} using ${using};
  ${measure}
    into after from ${relation};
  if before is distinct from after then
    raise exception 'A value would not stay the same.' using errcode = 'data_exception';
  end if;
end
${quote}`;
}
