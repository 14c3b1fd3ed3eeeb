import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import { identifyingColumns } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import { databaseSentence, sqlState } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Fault } from "@/lib/repairs/define";
import { counted, listed } from "@/lib/repairs/wording";
import { sameKey } from "./row-sql";

/** As many as a person chooses, and as the statement of an export can name. */
const maxRows = 5_000;

const Rows = z
  .array(z.record(z.string(), z.string()))
  .min(1, "Choose a row first.")
  .max(maxRows, `At most ${maxRows} rows can be chosen one by one.`);

/** Of a finding's rows only these, or all but these; each is named by its key as the work list shows it. */
export const Narrowing = z.union([z.strictObject({ only: Rows }), z.strictObject({ except: Rows })]);
export type Narrowing = z.infer<typeof Narrowing>;

/** The same fault, of the chosen rows alone. */
export function narrowed(fault: Fault, narrowing: Narrowing | undefined, table: Table): Fault {
  if (!narrowing) return fault;
  const key = keyOf(narrowing, table);
  const isListed = sql`exists (
    select from jsonb_array_elements(${JSON.stringify(keysIn(narrowing))}::jsonb) as chosen (key)
    where ${sameKey(table, key, "t", sql`chosen.key`)}
  )`;
  return {
    ...fault,
    where: sql<SqlBool>`(${fault.where}) and ${"only" in narrowing ? isListed : sql`not ${isListed}`}`,
  };
}

/** What a person should know of a plan that leaves rows of its finding out. */
export function narrowingEffect(narrowing: Narrowing, listedRows: number): string {
  const chosen = keysIn(narrowing).length;
  if ("except" in narrowing)
    return `It is narrowed: ${counted(chosen, "row")} of the finding that ${chosen === 1 ? "was" : "were"} taken out ${chosen === 1 ? "stays" : "stay"} as ${chosen === 1 ? "it is" : "they are"}.`;
  const absent = chosen - listedRows;
  const gone =
    absent > 0
      ? ` ${counted(absent, "chosen row")} ${absent === 1 ? "does" : "do"} not have the fault and ${absent === 1 ? "is" : "are"} not in the list.`
      : "";
  return `It is narrowed to ${counted(chosen, "chosen row")}; every other row of the finding stays as it is.${gone}`;
}

/** A key that was given may not be one of its column's type. */
export function refuseWrongKey(error: unknown): never {
  if (!sqlState(error)?.startsWith("22")) throw error;
  throw new AppError("invalid", `A key that was given does not fit its column. ${databaseSentence(error)}`, {
    cause: error,
  });
}

export function keysIn(narrowing: Narrowing): Record<string, string>[] {
  return "only" in narrowing ? narrowing.only : narrowing.except;
}

function keyOf(narrowing: Narrowing, table: Table): string[] {
  const key = identifyingColumns(table);
  if (key === null)
    throw new AppError("refused", `${table.schema}.${table.name} has no key by which rows could be chosen.`);
  const fits = (given: Record<string, string>) =>
    Object.keys(given).length === key.length && key.every((name) => given[name] !== undefined);
  if (keysIn(narrowing).every(fits)) return key;
  throw new AppError("invalid", `A row is chosen by its key, which is ${listed(key)}, as the work list shows it.`);
}
