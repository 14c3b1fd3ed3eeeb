import { type RawBuilder, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import type { JoinScope } from "./define";
import { normalEmail, normalPhone } from "./normalise";
import type { Part } from "./presence";
import type { ContactPair, LinkTarget } from "./target";

// Twenty are enough to choose among. A number that thousands share ("0000000000") would multiply with its rows.
const firstKeys = sql`(array_agg(key order by key))[1:20]`;

/**
 * For each unlinked row with contact data: where it is (`part`, `place`), its normalised `email` and `phone`, and the
 * keys of the `parents` that have the one or the other, as text. The parents are gathered by address and by number
 * first, so that two hash joins do what comparing every row with every parent would; everything is normalised once.
 */
export function linkMatches(target: LinkTarget): RawBuilder<unknown> {
  return sql`(
  with contacts as materialized (
    select
      c.tableoid as part,
      c.ctid as place,
      ${contactOf("c", "child", target)}
    from ${tableSql(target.table)} as c
    where ${columnSql("c", target.column)} is null
  ),
  parents as materialized (
    select
      ${columnSql("p", target.parentKey)}::text as key,
      ${contactOf("p", "parent", target)}
    from ${tableSql(target.parent)} as p
  ),
  by_email as (
    select email, ${firstKeys} as keys from parents where email in (select email from contacts) group by email
  ),
  by_phone as (
    select phone, ${firstKeys} as keys from parents where phone in (select phone from contacts) group by phone
  )
  select
    contacts.part,
    contacts.place,
    contacts.email,
    contacts.phone,
    array(select distinct key from unnest(by_email.keys || by_phone.keys) as key order by key) as parents
  from contacts
  left join by_email on by_email.email = contacts.email
  left join by_phone on by_phone.phone = contacts.phone
  where contacts.email is not null or contacts.phone is not null
)`;
}

/** The matches of a row, joined to it as columns of the alias that it gives; no match row where the row is linked or has no contact data. */
export function joinLinkMatches(target: LinkTarget, scope: JoinScope): string {
  const key = JSON.stringify(["links", target.column, target.parent, target.email, target.phone, target.callingCode]);
  return scope.joinPlaces(key, () => linkMatches(target));
}

/** The columns by which the two are compared: the addresses first, then the numbers. */
export function contactPairs({ email, phone }: LinkTarget): ContactPair[] {
  return [email, phone].filter((pair) => pair !== null);
}

/** Both ends of the link. */
export function linkParts(target: LinkTarget): Part[] {
  return [
    [target.table, [target.column, ...contactPairs(target).map(({ child }) => child)]],
    [target.parent, [target.parentKey, ...contactPairs(target).map(({ parent }) => parent)]],
  ];
}

/** The column allows no NULL, so no row can be unlinked. */
export function alwaysLinked(target: LinkTarget, catalog: Catalog): boolean {
  const table = catalog.find(target.table);
  return (table && columnOf(table, target.column))?.nullable === false;
}

function contactOf(
  alias: string,
  end: keyof ContactPair,
  { email, phone, callingCode }: LinkTarget,
): RawBuilder<unknown> {
  const address = email ? normalEmail(columnSql(alias, email[end])) : sql`null::text`;
  const number = phone ? normalPhone(columnSql(alias, phone[end]), callingCode) : sql`null::text`;
  return sql`${address} as email,
      ${number} as phone`;
}
