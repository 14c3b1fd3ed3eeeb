import { type RawBuilder, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import type { JoinScope } from "./define";
import { normalEmail, normalPhone } from "./normalise";
import type { Part } from "./presence";
import type { LinkTarget } from "./target";

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
      ${contactOf("c", target.email.child, target.phone.child, target.callingCode)}
    from ${tableSql(target.table)} as c
    where ${columnSql("c", target.column)} is null
  ),
  parents as materialized (
    select
      ${columnSql("p", target.parentKey)}::text as key,
      ${contactOf("p", target.email.parent, target.phone.parent, target.callingCode)}
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

/** Both ends of the link. */
export function linkParts(target: LinkTarget): Part[] {
  return [
    [target.table, [target.column, target.email.child, target.phone.child]],
    [target.parent, [target.parentKey, target.email.parent, target.phone.parent]],
  ];
}

/** The column allows no NULL, so no row can be unlinked. */
export function alwaysLinked(target: LinkTarget, catalog: Catalog): boolean {
  const table = catalog.find(target.table);
  return (table && columnOf(table, target.column))?.nullable === false;
}

function contactOf(alias: string, email: string, phone: string, callingCode: string): RawBuilder<unknown> {
  return sql`${normalEmail(columnSql(alias, email))} as email,
      ${normalPhone(columnSql(alias, phone), callingCode)} as phone`;
}
