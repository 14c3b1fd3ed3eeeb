import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, tableSql } from "@/lib/db/sql";
import { tenantColumn } from "./circles";
import { contactColumns } from "./contact-columns";
import { defineCheck } from "./define";
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
    const key = JSON.stringify(["shared", target.email, target.phone, target.callingCode]);
    const alias = scope.joinPlaces(key, () => sharingRows(target, catalog));
    return sql<SqlBool>`${sql.id(alias, "place")} is not null`;
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
  form: "email" | "phone";
  column: string;
  normal(value: RawBuilder<unknown>): RawBuilder<string | null>;
}

function contactsOf({ email, phone, callingCode }: ContactTarget): Contact[] {
  return [
    ...(email === null ? [] : [{ form: "email" as const, column: email, normal: normalEmail }]),
    ...(phone === null
      ? []
      : [
          {
            form: "phone" as const,
            column: phone,
            normal: (value: RawBuilder<unknown>) => normalPhone(value, callingCode),
          },
        ]),
  ];
}

// By their places, so that each value is made normal once; compared by bytes, which is fastest.
function sharingRows(target: ContactTarget, catalog: Catalog): RawBuilder<unknown> {
  const contacts = contactsOf(target);
  const normal = contacts.map(
    ({ form, column, normal }) => sql`(${normal(columnSql("c", column))}) collate "C" as ${sql.id(form)}`,
  );
  const tenant = tenantColumn(catalog.find(target.table));
  const within = tenant === null ? [] : [sql`${columnSql("c", tenant)} as tenant`];
  const given = contacts.map(({ column }) => sql`${columnSql("c", column)} is not null`);
  return sql`(
  with people as materialized (
    select c.tableoid as part, c.ctid as place, ${sql.join([...within, ...normal])}
    from ${tableSql(target.table)} as c
    where ${livingRows("c", target.table, catalog)} and (${sql.join(given, sql` or `)})
  )
  select part, place
  from people
  where ${sql.join(
    contacts.map((contact) => isShared(contact, tenant !== null)),
    sql`\n    or `,
  )}
)`;
}

// "0000000000" and its like are what people type who have no number; and two tenants may know the same person.
function isShared({ form }: Contact, perTenant: boolean): RawBuilder<unknown> {
  const value = sql.id(form);
  const person = perTenant ? sql`tenant, ${value}` : value;
  return sql`(${person}) in (select ${person} from people where ${value} is not null group by ${person} having count(*) > 1)
    and replace(ltrim(${value}, '+0'), right(${value}, 1), '') <> ''`;
}

function anyOf({ email, phone }: ContactTarget): string {
  return [email, phone].filter((column) => column !== null).join(" or ");
}
