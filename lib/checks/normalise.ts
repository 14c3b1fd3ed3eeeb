import { type RawBuilder, sql } from "kysely";
import { textLiteral } from "@/lib/db/sql";

/**
 * The address that two spellings have in common: trimmed, in lower case; NULL where there is none. LIKE tells an address
 * in a third of the time of a regular expression.
 */
export function normalEmail(value: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`case when ${value}::text like '%_@_%' then lower(btrim(${value}::text, e' \\t\\n\\r\\f\\x0b')) end`;
}

/**
 * The number in E.164, as far as that can be told without every country's numbering plan; NULL where there is none.
 * A number is international when it is written so (+ or 00), or when it is too long to be anything else: over eleven
 * digits, or the calling code and ten more. Every other number is national. Without a calling code, national numbers
 * only compare with one another.
 *
 * `offset 0` keeps the planner from merging the steps, which would compute the digits again for every branch; and
 * what most numbers do not need (an extension cut off, "(0)" taken out) is not tried on them. Six times faster.
 */
export function normalPhone(value: RawBuilder<unknown>, callingCode: string | null): RawBuilder<string | null> {
  const text = sql`${value}::text`;
  return sql`case when ${isE164(text)} then ${text} else (
        select case when length(number) between 8 and 16 then number end
        from (
          select case
            when strpos(written, '+') > 0 then '+' || digits
            when digits like '00%' then '+' || substr(digits, 3)
            ${callingCode === null ? anywhere : nationalOf(callingCode)}
          end as number
          from (
            select written, translate(written, translate(written, '0123456789', ''), '') as digits
            from (
              select case
                when translate(given, '(xX#;', '') = given then given
                else regexp_replace(given, '[(]0[)]|([0-9])[[:space:]]*(ext|x|#|;).*$', '\\1', 'gi')
              end as written
              from (select ${text} as given) as raw
              offset 0
            ) as plain
            offset 0
          ) as counted
          offset 0
        ) as e164
      ) end`;
}

/** Most numbers are stored as they should be, and are told by that in a third of the time. */
function isE164(text: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`rtrim(${text}, '0123456789') = '+' and octet_length(${text}) between 8 and 16`;
}

function nationalOf(callingCode: string): RawBuilder<unknown> {
  const code = textLiteral(callingCode);
  const plus = textLiteral(`+${callingCode}`);
  const withCode = textLiteral(`${callingCode}%`);
  return sql`when digits like '0%' then ${plus} || substr(digits, 2)
            when length(digits) > 11 or digits like ${withCode} and length(digits) = length(${code}) + 10 then '+' || digits
            when digits <> '' then ${plus} || digits`;
}

// Ten digits hold the area code; fewer may be as many people's as there are towns.
const anywhere = sql`when length(ltrim(digits, '0')) >= 10 then '0' || ltrim(digits, '0')`;
