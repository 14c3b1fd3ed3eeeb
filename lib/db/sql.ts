import { type RawBuilder, sql } from "kysely";

/** A table by its exact name, quoted where it must be. */
export function tableSql(table: { schema: string; name: string }): RawBuilder<unknown> {
  return sql.id(table.schema, table.name);
}

/** A column of the row that `alias` stands for. */
export function columnSql<T = unknown>(alias: string, column: string): RawBuilder<T> {
  return sql.id<T>(alias, column);
}

/** The row's key as JSON: column → text. */
export function keyJson(alias: string, columns: string[]): RawBuilder<unknown> {
  return textsByName(alias, columns);
}

/** The whole row as JSON: column → the text that PostgreSQL writes and reads back, so that no type loses anything. */
export function rowImage(alias: string, columns: string[]): RawBuilder<unknown> {
  return textsByName(alias, columns);
}

/** Columns as a list for `select`, `insert into` or a key. */
export function columnList(columns: string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.id(column)));
}

/** Names are written as literals: a person reads these statements, and a row of `$17`s says nothing. */
export function textLiteral(text: string): RawBuilder<string> {
  // A backslash is only itself while standard_conforming_strings is on; E'' says what is meant in either case.
  return text.includes("\\") ? sql`${sql.raw("E")}${sql.lit(text.replaceAll("\\", "\\\\"))}` : sql.lit(text);
}

// jsonb_build_object takes at most a hundred arguments; two arrays take any table.
function textsByName(alias: string, columns: string[]): RawBuilder<unknown> {
  const names = columns.map((column) => textLiteral(column));
  const texts = columns.map((column) => sql`${sql.id(alias, column)}::text`);
  return sql`jsonb_object(array[${sql.join(names)}]::text[], array[${sql.join(texts)}]::text[])`;
}
