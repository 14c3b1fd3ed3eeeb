import { type RawBuilder, sql } from "kysely";
import { textLiteral } from "@/lib/db/sql";

/** The address that two spellings have in common: trimmed, in lower case; NULL where there is none. */
export function normalEmail(value: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(
    select case when address like '%_@_%' then address end
    from (select lower(regexp_replace(${value}::text, '^[[:space:]]+|[[:space:]]+$', '', 'g')) as address) as trimmed
  )`;
}

/**
 * The number in E.164, as far as that can be told without every country's numbering plan; NULL where there is none.
 * A number is international when it is written so (+ or 00), or when it is too long to be anything else: over eleven
 * digits, or the calling code and ten more. Every other number is national.
 */
export function normalPhone(value: RawBuilder<unknown>, callingCode: string): RawBuilder<string | null> {
  const code = textLiteral(callingCode);
  const withCode = textLiteral(`${callingCode}%`);
  return sql`(
    select case when length(number) between 8 and 16 then number end
    from (
      select case
        when written ~ '^[^0-9]*[+]' then '+' || digits
        when digits like '00%' then '+' || substr(digits, 3)
        when digits like '0%' then '+' || ${code} || substr(digits, 2)
        when length(digits) > 11 or digits like ${withCode} and length(digits) = length(${code}) + 10 then '+' || digits
        when digits <> '' then '+' || ${code} || digits
      end as number
      from (
        select written, regexp_replace(written, '[^0-9]', '', 'g') as digits
        from (select regexp_replace(${value}::text, '[(]0[)]|([0-9])[[:space:]]*(ext|x|#|;).*$', '\\1', 'gi') as written) as raw
      ) as counted
    ) as e164
  )`;
}
