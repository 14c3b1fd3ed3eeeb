import { type RawBuilder, sql } from "kysely";
import type { Catalog, Table } from "@/lib/catalog/types";
import { tenantColumn } from "@/lib/checks/circles";
import { createdColumn } from "@/lib/checks/creation-times";
import { normalEmail, normalPhone } from "@/lib/checks/normalise";
import { livingRows } from "@/lib/checks/soft-delete";
import type { ContactTarget } from "@/lib/checks/target";
import { columnSql, keyJson, tableSql } from "@/lib/db";
import type { MergeInput } from "./merge-input";

export interface Merged {
  catalog: Catalog;
  table: Table;
  key: string[];
  target: ContactTarget;
  input: MergeInput;
  /** Columns of the table by which rows of others name it. */
  named: string[];
}

/**
 * For each row that shares an address or a number with another: its key, what it is named by (`named_1` …), how many
 * rows are the same person (`size`), the key of the one that stays, and whether it is that one. Rows with one address are
 * one person; a row without an address is whose number it has, as long as all with that number have one address.
 */
export function mergeGroups({ catalog, table, key, target, input, named }: Merged): RawBuilder<unknown> {
  const { email, phone, callingCode } = target;
  const tenant = tenantColumn(table);
  const address = email === null ? sql`null::text` : sql`(${normalEmail(columnSql("c", email))}) collate "C"`;
  const number =
    phone === null ? sql`null::text` : sql`(${normalPhone(columnSql("c", phone), callingCode)}) collate "C"`;
  const keys = key.map((name, at) => sql`${columnSql("c", name)} as ${sql.id(`key_${at + 1}`)}`);
  const names = named.map((name, at) => sql`${columnSql("c", name)} as ${sql.id(`named_${at + 1}`)}`);
  const within = (value: RawBuilder<unknown>) => (tenant === null ? value : sql`tenant, ${value}`);
  const shared = (value: RawBuilder<unknown>) => sql`(${within(value)}) in (
      select ${within(value)} from known where ${value} is not null group by ${within(value)} having count(*) > 1
    )`;
  const person = within(sql`person`);
  const order = orderOf(input, key);
  return sql`with people as materialized (
    select
      ${sql.join([...keys, ...names])},
      ${keyJson("c", key)} as place,
      ${tenant === null ? sql`null::text` : columnSql("c", tenant)} as tenant,
      ${sinceOf(table)} as since,
      ${filledOf(table)} as filled,
      ${address} as email,
      ${number} as given
    from ${tableSql(table)} as c
    where ${livingRows("c", table, catalog)}
  ),
  known as materialized (
    select *, case when replace(ltrim(given, '+0'), right(given, 1), '') <> '' then given end as phone
    from people
  ),
  sharing as (
    select
      *,
      min(email) over (partition by ${within(sql`phone`)}) as one_email,
      max(email) over (partition by ${within(sql`phone`)}) as other_email
    from known
    where ${shared(sql`email`)} or ${shared(sql`phone`)}
  ),
  grouped as (
    select *, ${personOf(input)} as person, phone is not null and one_email <> other_email as torn
    from sharing
  )
  select
    ${sql.join([...key.map((_, at) => sql.id(`key_${at + 1}`)), ...named.map((_, at) => sql.id(`named_${at + 1}`))])},
    place,
    torn,
    case when person is null then 1 else count(*) over (partition by ${person}) end as size,
    first_value(place) over (partition by ${person} order by ${order}) as stays,
    row_number() over (partition by ${person} order by ${order}) = 1 as is_first
  from grouped`;
}

function personOf({ match }: MergeInput): RawBuilder<unknown> {
  switch (match) {
    case "email":
      return sql`'address ' || email`;
    case "phone":
      return sql`'number ' || phone`;
    case "either":
      return sql`case
      when email is not null then 'address ' || email
      when phone is not null and one_email = other_email then 'address ' || one_email
      when one_email is null then 'number ' || phone
    end`;
  }
}

function orderOf({ keep }: MergeInput, key: string[]): RawBuilder<unknown> {
  const keys = key.map((_, at) => sql.id(`key_${at + 1}`));
  if (keep === "newest") return sql`since desc nulls last, ${sql.join(keys.map((name) => sql`${name} desc`))}`;
  const oldest = sql`since nulls last, ${sql.join(keys)}`;
  return keep === "fullest" ? sql`filled desc, ${oldest}` : oldest;
}

function sinceOf(table: Table): RawBuilder<unknown> {
  const column = createdColumn(table);
  return column ? columnSql("c", column.name) : sql`null::timestamp`;
}

function filledOf({ columns }: Table): RawBuilder<unknown> {
  const filled = columns.map(({ name }) => sql`(coalesce(${columnSql("c", name)}::text, '') <> '')::integer`);
  return sql.join(filled, sql` + `);
}
