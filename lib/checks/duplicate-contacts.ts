import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import { contactColumns } from "./contact-columns";
import { defineCheck, type JoinScope } from "./define";
import { normalEmail, normalPhone } from "./normalise";
import { isPeopleTable } from "./people-tables";
import { unreadable } from "./presence";
import { livingRows } from "./soft-delete";
import type { ContactTarget } from "./target";
import { rowsThat, tableLabel } from "./wording";

/** Rows of people who are in the table more than once. */
export const duplicateContacts = defineCheck({
  code: "duplicate_contacts",
  kind: "contact",
  form: "row",
  // Families and offices share a phone: worth a look, and no fault by itself.
  severity: "info",
  title: "Duplicate contacts",
  targets: (catalog: Catalog): ContactTarget[] =>
    catalog.tables.filter(isPeopleTable).flatMap((table) => {
      const contact = contactColumns(table);
      if (contact.email === null && contact.phone === null) return [];
      const { schema, name } = table;
      return [{ kind: "contact", table: { schema, name }, ...contact, callingCode: null }];
    }),
  violates: (target, scope, catalog) => {
    const alive = livingRows("t", target.table, catalog);
    const shared = contactsOf(target).map((contact) => isShared(target, contact, scope, catalog));
    return sql<SqlBool>`${alive} and (${sql.join(shared, sql` or `)})`;
  },
  uncheckable: (target, catalog) =>
    unreadable(catalog, [[target.table, contactsOf(target).map(({ column }) => column)]]),
  explain: (target, count) =>
    count === 0
      ? `No two rows of ${tableLabel(target.table)} share ${anyOf(target)}.`
      : `${rowsThat(count, target.table, "shares its", "share their")} ${anyOf(target)} with another row.`,
  why: "The same person is then written to twice, and what is known of them is spread over several rows. Duplicates come when a form or an import compares what was typed, and a capital letter or a space makes a new person.",
});

interface Contact {
  column: string;
  normal(value: RawBuilder<unknown>): RawBuilder<string | null>;
}

function contactsOf({ email, phone, callingCode }: ContactTarget): Contact[] {
  return [
    ...(email === null ? [] : [{ column: email, normal: normalEmail }]),
    ...(phone === null
      ? []
      : [{ column: phone, normal: (value: RawBuilder<unknown>) => normalPhone(value, callingCode) }]),
  ];
}

function isShared(target: ContactTarget, contact: Contact, scope: JoinScope, catalog: Catalog): RawBuilder<unknown> {
  const key = JSON.stringify(["shared", contact.column, target.callingCode]);
  const alias = scope.join(
    key,
    (as) =>
      sql`left join ${sharingRows(target, contact, catalog)} as ${sql.id(as)} on ${sql.id(as, "part")} = t.tableoid and ${sql.id(as, "place")} = t.ctid`,
  );
  return sql`${sql.id(alias, "place")} is not null`;
}

// By their places, so that each value is made normal once; sorted by bytes, which is fastest. "0000000000" and its like
// are what people type who have no number.
function sharingRows({ table }: ContactTarget, { column, normal }: Contact, catalog: Catalog): RawBuilder<unknown> {
  return sql`(
  select part, place
  from (
    select part, place, value, count(*) over (partition by value collate "C") as times
    from (
      select c.tableoid as part, c.ctid as place, ${normal(columnSql("c", column))} as value
      from ${tableSql(table)} as c
      where ${livingRows("c", table, catalog)} and ${columnSql("c", column)} is not null
      offset 0
    ) as normal
    where value is not null
  ) as counted
  where times > 1 and replace(ltrim(value, '+0'), right(value, 1), '') <> ''
)`;
}

function anyOf({ email, phone }: ContactTarget): string {
  return [email, phone].filter((column) => column !== null).join(" or ");
}
