import { type Kysely, sql } from "kysely";
import { columnSql, databaseSentence, inTransaction, isConnectionLost, setForTransaction, tableSql } from "@/lib/db";
import type { Catalog } from "../types";
import { type PolymorphicPair, polymorphicPairs } from "./polymorphic";
import { singulars, wordsOf } from "./words";

/** Why something was not looked at when the time was up. */
export const outOfTime = "There was no time left to read the tables.";

const brief = { readOnly: true, lockTimeoutMs: 500, statementTimeoutMs: 1_000 };

export interface ReadPairs {
  polymorphic: PolymorphicPair[];
  /** Whether it is one could not be told, and why not. */
  unread: (PolymorphicPair & { reason: string })[];
}

/**
 * The pairs of all tables. Beside a table of flats, `flat_id` and `flat_type` may be a reference and a kind of flat;
 * what stands in the second column tells: names of tables, or something else.
 */
export async function readPolymorphicPairs(
  db: Kysely<unknown>,
  catalog: Catalog,
  deadline: number,
  signal?: AbortSignal,
): Promise<ReadPairs> {
  const tables = new Set(catalog.tables.flatMap(({ name }) => singulars(wordsOf(name).join(""))));
  const names = (word: string) => singulars(word).some((form) => tables.has(form));
  const found: ReadPairs = { polymorphic: [], unread: [] };
  for (const pair of catalog.tables.flatMap(polymorphicPairs)) {
    signal?.throwIfAborted();
    const kinds = names(pair.stem) ? await readKinds(db, pair, deadline) : [];
    if (typeof kinds === "string") found.unread.push({ ...pair, reason: kinds });
    else if (kinds.every((kind) => kind === "") || kinds.some(names)) found.polymorphic.push(pair);
  }
  return found;
}

/** The words of the values that some rows have: "flat" of `App\\Models\\Flat`. A sentence where they could not be read. */
async function readKinds(
  db: Kysely<unknown>,
  { table, typeColumn }: PolymorphicPair,
  deadline: number,
): Promise<string[] | string> {
  if (performance.now() >= deadline) return outOfTime;
  try {
    const { rows } = await inTransaction(db, brief, async (trx) => {
      await setForTransaction(trx, { row_security: "off", synchronize_seqscans: "off" });
      return sql<{ kind: string }>`
        select distinct kind
        from (
          select ${columnSql("t", typeColumn)}::text as kind
          from ${tableSql(table)} as t
          where ${columnSql("t", typeColumn)} is not null
          limit 5000
        ) as taken
        limit 100
      `.execute(trx);
    });
    return rows.map(({ kind }) =>
      wordsOf(kind.split(/[\\/.:]/).at(-1) ?? "")
        .join("")
        .replace(/^\d+$/, ""),
    );
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    return databaseSentence(error);
  }
}
