import { type RawBuilder, sql } from "kysely";

/** The quotation around the body of a DO block: a name in it may hold anything, the end of the quotation too. */
export function dollarQuote(names: readonly string[]): RawBuilder<unknown> {
  let tag = "$plumbline$";
  for (let n = 1; names.some((part) => part.includes(tag)); n += 1) tag = `$plumbline_${n}$`;
  return sql.raw(tag);
}
