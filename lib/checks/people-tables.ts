import { sameWord, wordsOf } from "@/lib/catalog/infer/words";
import type { TableName } from "@/lib/catalog/types";

const people = [
  "lead",
  "contact",
  "customer",
  "client",
  "user",
  "profile",
  "person",
  "patient",
  "student",
  "teacher",
  "instructor",
  "professor",
  "doctor",
  "practitioner",
  "nurse",
  "employee",
  "prospect",
  "supplier",
  "vendor",
  "company",
  "organisation",
  "organization",
  "donor",
  "driver",
  "owner",
  "tenant",
  "guardian",
  "resident",
  "buyer",
  "seller",
  "agent",
  "host",
  "volunteer",
  "partner",
  "player",
  "holder",
  "cust",
];

/** One person is in several of these, once for each team, event or list, unless the table is named after nothing else. */
const roles = [
  "member",
  "subscriber",
  "attendee",
  "participant",
  "guest",
  "visitor",
  "applicant",
  "candidate",
  "account",
];

/** Tables that keep what was or is not yet, or that name a person by way of somebody else. */
const others = [
  "old",
  "archived",
  "archive",
  "deleted",
  "backup",
  "staging",
  "import",
  "imported",
  "raw",
  "tmp",
  "temp",
  "history",
  "log",
  "emergency",
];

/** Each row stands for one person or company, as far as the table's name tells. */
export function isPeopleTable({ name }: TableName): boolean {
  const words = wordsOf(name).filter((word) => !/^v?\d+$/.test(word));
  const last = words.at(-1) ?? "";
  if (words.some((word) => others.includes(word))) return false;
  return (
    people.some((word) => sameWord(word, last)) || (words.length === 1 && roles.some((word) => sameWord(word, last)))
  );
}
