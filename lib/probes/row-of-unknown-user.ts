import { type RawBuilder, sql } from "kysely";
import { tableSql } from "@/lib/db";
import type { ProbeCode } from "./codes";
import { type Probe, step } from "./define";
import { newId } from "./made";

interface Child {
  code: ProbeCode;
  table: string;
  /** "An order" */
  noun: string;
  /** What a row needs besides its user. */
  rest(): Record<string, RawBuilder<unknown>>;
}

const profiles = { schema: "public", name: "profiles" };

/** The fifth document: a row names a user who has a profile. */
export function rowOfUnknownUser({ code, table: name, noun, rest }: Child): Probe {
  const child = { schema: "public", name };
  return {
    code,
    title: `${noun} for an unknown user is refused`,
    summary: `${noun} is accepted for a user with a profile and refused for one without.`,
    tables: [child, profiles],
    scenario: () => [
      step(
        "There is a profile",
        sql`
          insert into ${tableSql(profiles)} (id, full_name)
          select ${newId()}, 'Probe' where not exists (select from ${tableSql(profiles)})`,
        { kind: "prepared", rows: null },
      ),
      step(
        `${noun} for a user with a profile is accepted`,
        insertFor(child, rest(), sql`id from ${tableSql(profiles)} limit 1`),
        { kind: "prepared", rows: 1 },
      ),
      step(`${noun} for an unknown user is refused`, insertFor(child, rest(), sql`${newId()}::uuid`), {
        kind: "refused",
        sqlstate: "23503",
      }),
    ],
  };
}

/** The user comes last in the list, because a source may follow it. */
function insertFor(
  table: { schema: string; name: string },
  values: Record<string, RawBuilder<unknown>>,
  user: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const columns = [...Object.keys(values), "user_id"].map((column) => sql.id(column));
  return sql`insert into ${tableSql(table)} (${sql.join(columns)}) select ${sql.join([...Object.values(values), user])}`;
}
