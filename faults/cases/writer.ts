import { type RawBuilder, sql, type Transaction } from "kysely";
import {
  inTransaction,
  isConnectionLost,
  isLockTimeout,
  isSerializationFailure,
  rowImage,
  sqlState,
  tableSql,
  textLiteral,
} from "@/lib/db";
import type { Fault } from "../fault";
import type { Ground } from "../ground";
import type { Site } from "../site";
import { writtenTable } from "../written-table";

const limits = { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 };

/** Updates, deletes and inserts the very rows that are being repaired, and books each change of its own. */
export const writer: Fault = {
  name: "rows changed by others",
  strikes: 0,
  rowsOnly: true,
  movesRows: true,
  async beside(ground, site) {
    let isStopped = false;
    const columns = await columnsOf(ground, site);
    const writing = (async () => {
      for (let turn = 0; !isStopped; turn++) await write(ground, site, columns, turn);
    })();
    // Told when it is stopped.
    writing.catch(() => undefined);
    return {
      stop: async () => {
        isStopped = true;
        await writing;
      },
    };
  },
};

async function write(
  { engine, random }: Ground,
  { schema, scenario }: Site,
  columns: string[],
  turn: number,
): Promise<void> {
  const name = scenario.rows ?? "";
  const table = tableSql({ schema, name });
  const id = random.between(1, 3_000);
  const image = sql`${textLiteral(name)} || ' ' || ${rowImage("t", columns)}::text`;
  const book = (trx: Transaction<unknown>, before: string | null, after: string | null) =>
    sql`insert into ${tableSql({ schema, name: writtenTable })} values (${before}, ${after})`.execute(trx);
  const one = async (trx: Transaction<unknown>, query: RawBuilder<{ image: string }>) =>
    (await query.execute(trx)).rows[0]?.image ?? null;
  const lists = sql.join(columns.map((column) => (column === "id" ? sql`1000000 + ${turn}::integer` : sql.id(column))));
  try {
    await inTransaction(engine.db, limits, async (trx) => {
      if (turn % 3 === 2) {
        const made = sql<{ image: string }>`
          insert into ${table} as t (${sql.join(columns.map((column) => sql.id(column)))})
          select ${lists} from ${table} where id = ${id}
          returning ${image} as image`;
        const after = await one(trx, made);
        if (after !== null) await book(trx, null, after);
        return;
      }
      const before = await one(
        trx,
        sql<{ image: string }>`select ${image} as image from ${table} as t where id = ${id} for update`,
      );
      if (before === null) return;
      const change =
        turn % 3 === 0
          ? sql<{
              image: string;
            }>`update ${table} as t set note = ${`written ${turn}`} where id = ${id} returning ${image} as image`
          : sql<{ image: string }>`delete from ${table} as t where id = ${id} returning null::text as image`;
      await book(trx, before, await one(trx, change));
    });
  } catch (error) {
    if (!isHarmless(error)) throw error;
  }
}

/** A writer that cannot write at this moment tries another row; whatever it had done is rolled back, with what it booked. */
function isHarmless(error: unknown): boolean {
  return (
    isConnectionLost(error) ||
    isLockTimeout(error) ||
    isSerializationFailure(error) ||
    sqlState(error)?.startsWith("23") === true
  );
}

async function columnsOf({ engine }: Ground, { schema, scenario }: Site): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name::text as name from information_schema.columns
    where table_schema = ${schema} and table_name = ${scenario.rows} order by ordinal_position
  `.execute(engine.db);
  return rows.map(({ name }) => name);
}
