import { plainType } from "@/lib/catalog/comparable";
import type { Column, Table } from "@/lib/catalog/types";
import { spoken } from "./spoken";
import type { ContactTarget } from "./target";

// The best first. A column that says whose else it is (billing, manager, referrer) is none of the person's own.
const emails = ["email", "email address", "e mail", "mail", "primary email", "contact email", "smtp", "smtp addr"];
const phones = [
  "phone",
  "phone number",
  "mobile",
  "mobile number",
  "mobile phone",
  "primary phone",
  "contact phone",
  "telephone",
  "telephone number",
  "cell phone",
  "whatsapp",
  "whatsapp number",
  "tel",
  "tel no",
  "tel number",
  "phone no",
  "mobile no",
  "telf1",
];

const texts = ["text", "character varying", "character", "citext"];

/** The columns that hold an address and a number of whom the row is about, unique or not; `of` may be said before. */
export function contactNames(table: Table, of: string[] = []): Pick<ContactTarget, "email" | "phone"> {
  const called = (names: string[]) =>
    [...names, ...of.flatMap((owner) => names.map((name) => `${owner} ${name}`))]
      .map((wanted) => textColumns(table).find(({ name }) => spoken(name) === wanted)?.name)
      .find((name) => name !== undefined) ?? null;
  return { email: called(emails), phone: called(phones) };
}

/** The columns by which a person of the table is reached, each null where there is none or a key keeps it unique. */
export function contactColumns(table: Table): Pick<ContactTarget, "email" | "phone"> {
  return { email: columnCalled(table, emails), phone: columnCalled(table, phones) };
}

function columnCalled(table: Table, names: string[]): string | null {
  const columns = textColumns(table);
  for (const wanted of names) {
    const column = columns.find(({ name }) => spoken(name) === wanted);
    if (column) return isKeptUnique(table, column, names === emails) ? null : column.name;
  }
  return null;
}

/**
 * Within a tenant, in lower case, or where a row is not deleted: somebody has decided what may repeat. A plain key has
 * decided nothing of another spelling.
 */
function isKeptUnique({ primaryKey, indexes }: Table, column: Column, isEmail: boolean): boolean {
  const isCaseless = plainType(column.domainOf ?? column.type) === "citext";
  return (
    primaryKey?.columns.includes(column.name) === true ||
    indexes.some(({ unique, valid, partial, columns }) => {
      if (!unique || !valid) return false;
      // What an expression is made of is not known; of a person's table it is as a rule the address in lower case.
      if (columns.includes(null)) return isEmail;
      return columns.includes(column.name) && (isCaseless || partial || columns.length > 1);
    })
  );
}

function textColumns({ columns }: Table): Column[] {
  return columns.filter(({ domainOf, type }) => texts.includes(plainType(domainOf ?? type)));
}
