import { type Kysely, sql } from "kysely";
import { columnSql, inTransaction, isConnectionLost, setForTransaction, tableSql } from "@/lib/db";
import type { Catalog } from "../types";
import { type PolymorphicPair, polymorphicPairs } from "./polymorphic";
import { sameWord, wordsOf } from "./words";

const brief = { readOnly: true, lockTimeoutMs: 500, statementTimeoutMs: 1_000 };

/**
 * The pairs of all tables. Beside a table of flats, `flat_id` and `flat_type` may be a reference and a kind of flat;
 * what stands in the second column tells: names of tables, or something else.
 */
export async function readPolymorphicPairs(db: Kysely<unknown>, catalog: Catalog): Promise<PolymorphicPair[]> {
  const tables = new Set(catalog.tables.map(({ name }) => wordsOf(name).join("")));
  const names = (word: string) => [...tables].some((table) => sameWord(table, word));
  const pairs: PolymorphicPair[] = [];
  for (const pair of catalog.tables.flatMap(polymorphicPairs)) {
    const kinds = names(pair.stem) ? await readKinds(db, pair) : [];
    const saysNothing = kinds.length === 0 || kinds.every((kind) => kind === "");
    if (saysNothing || kinds.some(names)) pairs.push(pair);
  }
  return pairs;
}

/** The words of the values that some rows have: "flat" of `App\\Models\\Flat`. None where they could not be read. */
async function readKinds(db: Kysely<unknown>, { table, typeColumn }: PolymorphicPair): Promise<string[]> {
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
    return [];
  }
}
