import { type RawBuilder, sql } from "kysely";

/** SQL that a person wrote as a part of a repair's input. */
export interface Written {
  /** What it is, at the beginning of a sentence: "The value of status". */
  what: string;
  /** One expression over the row `t`, on one line. */
  text: string;
  /** The type that a value is read as; a condition has none. */
  type: RawBuilder<unknown> | null;
}

/** The expression over the columns of `t` and nothing else: a statement's other tables have columns, too. */
export function writtenSql(text: string): RawBuilder<unknown> {
  // The line break ends a comment that the text may end with.
  return sql`(select (${sql.raw(text)}\n) from (select t.*) as t)`;
}
