import { type Kysely, sql } from "kysely";
import { type Engine, inTransaction, rowImage, tableSql, textLiteral } from "@/lib/db";
import { writtenTable } from "./written-table";

const limits = {
  readOnly: true,
  isolation: "repeatable read",
  lockTimeoutMs: 60_000,
  statementTimeoutMs: 60_000,
} as const;

/** Every row of a site's tables, each as the image that quarantine would have of it. */
export function rowsNow(engine: Engine, schema: string): Promise<string[]> {
  return inTransaction(engine.db, limits, (trx) => readRows(trx, schema));
}

/**
 * Whoever changes a row takes one image and gives another. So the rows that were there and all images that were given
 * are the rows that are there and all images that were taken, at any instant and whatever was killed; a row that was
 * lost, changed twice or changed without a before-image is left over on one side. Gives what is left over.
 */
export function imbalance(engine: Engine, schema: string, before: readonly string[]): Promise<string[]> {
  return inTransaction(engine.db, limits, async (trx) => {
    const moves = await readMoves(trx, schema);
    const count = new Map<string, number>();
    const add = (images: readonly string[], by: number) => {
      for (const image of images) count.set(image, (count.get(image) ?? 0) + by);
    };
    add(before, 1);
    add(
      moves.flatMap(({ after }) => after ?? []),
      1,
    );
    add(await readRows(trx, schema), -1);
    add(
      moves.flatMap(({ before: taken }) => taken ?? []),
      -1,
    );
    return [...count]
      .filter(([, times]) => times !== 0)
      .map(([image, times]) => `${times > 0 ? "lost" : "too many"}: ${image}`);
  });
}

async function readRows(trx: Kysely<unknown>, schema: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_catalog.pg_class as c
    -- A second column that comes and goes says what the first one does, and the run proves that it does.
    join pg_catalog.pg_attribute as a
      on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname not like '%\\_wide'
    where c.relnamespace = ${schema}::text::regnamespace and c.relkind = 'r' and c.relname <> ${writtenTable}
    group by c.oid, c.relname
  `.execute(trx);
  const images: string[] = [];
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ image: string }>`
      select ${textLiteral(name)} || ' ' || ${rowImage("t", columns)}::text as image from ${tableSql({ schema, name })} as t
    `.execute(trx);
    for (const { image } of rows) images.push(image);
  }
  return images;
}

interface Move {
  before: string | null;
  after: string | null;
}

async function readMoves(trx: Kysely<unknown>, schema: string): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select table_name || ' ' || before::text as before, table_name || ' ' || after::text as after
    from plumbline.quarantine
    where schema_name = ${schema} and run_id in (select id from plumbline.runs where schema_name = ${schema})
    union all
    select before, after from ${tableSql({ schema, name: writtenTable })}
  `.execute(trx);
  return rows;
}
