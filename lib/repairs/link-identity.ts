import { type RawBuilder, sql } from "kysely";
import type { Table } from "@/lib/catalog/types";
import { contactPairs, linkMatches } from "@/lib/checks/links";
import type { LinkTarget } from "@/lib/checks/target";
import { columnList, columnSql, keyJson, tableSql } from "@/lib/db";
import type { RowJoin } from "./row-plan";
import { samePairs, textObject } from "./row-values";

/** Columns of a new parent that get a value from the row. */
export function leadColumns(target: LinkTarget): string[] {
  return [...new Set([...Object.keys(target.copies), ...contactPairs(target).map(({ parent }) => parent)])];
}

/**
 * The join `found`: the keys of the parents that match each row and, where none does, the new parent (`image`). Of the
 * rows that share an address or a number the first makes it and the others join it; a row that shares one with each of
 * two is `torn`. A row that shares something only with a row that joins another has no image: whom it matches is known
 * when that one is linked.
 */
export function joinIdentity(table: Table, key: string[], target: LinkTarget): RowJoin {
  const copies = Object.entries(target.copies);
  const copied = copies.map(([, column], at) => sql`${columnSql("t", column)}::text as ${sql.id(`copy_${at + 1}`)}`);
  const image = textObject({
    ...Object.fromEntries(copies.map(([column], at) => [column, firstKnown(`copy_${at + 1}`)])),
    ...(target.email && { [target.email.parent]: firstKnown("email") }),
    ...(target.phone && { [target.phone.parent]: firstKnown("phone") }),
  });
  const keys = key.map((_, at) => `key_${at + 1}`);
  const query = sql`with unlinked as (
    select
      matched.parents,
      ${sql.join(key.map((name, at) => sql`${columnSql("t", name)} as ${sql.id(keys[at] as string)}`))},
      ${keyJson("t", key)}::text collate "C" as place,
      ${sql.join([...copied, sql`case when matched.parents = '{}' then matched.email end as email`])},
      case when matched.parents = '{}' then matched.phone end as phone
    from ${linkMatches(target)} as matched
    join ${tableSql(table)} as t on t.tableoid = matched.part and t.ctid = matched.place
  ),
  firsts as (
    select
      *,
      (email is null or place = min(place) over (partition by email))
        and (phone is null or place = min(place) over (partition by phone)) as is_first
    from unlinked
  ),
  led as (
    select
      *,
      case when email is not null then max(place) filter (where is_first) over (partition by email) end as by_email,
      case when phone is not null then max(place) filter (where is_first) over (partition by phone) end as by_phone
    from firsts
  ),
  grouped as (
    select
      *,
      coalesce(by_email <> by_phone, false) as torn,
      case when by_email <> by_phone then null else coalesce(by_email, by_phone) end as leader
    from led
  )
  select ${columnList(keys)}, parents, torn, case when leader is not null then ${image} end as image
  from grouped`;
  return { as: "found", query, on: samePairs("found", keys, "t", key) };
}

function firstKnown(name: string): RawBuilder<unknown> {
  return sql`first_value(${sql.id(name)}) over (partition by leader order by ${sql.id(name)} is null, place)`;
}
