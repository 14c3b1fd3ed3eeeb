import { type RawBuilder, sql } from "kysely";
import type { Sequence } from "@/lib/catalog/types";
import { tableSql, textLiteral } from "@/lib/db";
import { dollarQuote } from "./dollar-quote";

interface SetSequence {
  sequence: Sequence;
  /** The names that `furthest` holds besides. */
  names: string[];
  /** `select … into furthest …`: the last value that the sequence would come to and that is taken; NULL where none is. */
  furthest: RawBuilder<unknown>;
}

/**
 * Moves a sequence on, never back. The rows are read before anybody has to wait: what is inserted meanwhile by the
 * sequence's own numbers is behind what it has given by then. ALTER SEQUENCE, though it changes nothing here, is what
 * makes callers of nextval wait until the commit, those that hold numbers in their cache included.
 */
export function setSequencePast({ sequence, names, furthest }: SetSequence): RawBuilder<unknown> {
  const { schema, name, increment } = sequence;
  const quote = dollarQuote([schema, name, ...names]);
  const ahead = increment > 0 ? sql`>` : sql`<`;
  const named = sql`format('%I.%I', ${textLiteral(schema)}::text, ${textLiteral(name)}::text)::regclass`;
  return sql`do ${quote}
declare
  furthest numeric;
  given numeric;
begin
  ${furthest};
  alter sequence ${tableSql(sequence)} no cycle;
  select case when s.is_called then s.last_value else s.last_value - ${sql.lit(increment)} end
    into given from ${tableSql(sequence)} as s;
  if furthest ${ahead} given then
    perform setval(${named}, furthest::bigint);
  end if;
end
${quote}`;
}
