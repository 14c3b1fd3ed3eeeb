import { type Kysely, type RawBuilder, sql } from "kysely";
import {
  columnSql,
  databaseSentence,
  inTransaction,
  isConnectionLost,
  setForTransaction,
  sqlState,
  tableSql,
} from "@/lib/db";
import { hiddenRows } from "../hidden-rows";
import { tableText } from "./candidate-sentence";
import type { NameCandidate, Overlap } from "./types";

interface OverlapLimits {
  statementTimeoutMs: number;
  /** Different values that are looked up in the parent. */
  values: number;
  /** Rows from which they are taken. */
  rows: number;
}

/** Few enough that hundreds of tables take seconds, and more than enough to tell a reference from a coincidence. */
const overlapLimits: OverlapLimits = { statementTimeoutMs: 1_000, values: 1_000, rows: 5_000 };

/** How many of the values that some rows have are in the parent, by its key's index. Reads only; never throws for one table. */
export async function measureOverlap(
  db: Kysely<unknown>,
  candidate: NameCandidate,
  limits: OverlapLimits = overlapLimits,
): Promise<Overlap> {
  const closed = [candidate.child, candidate.parent].find(({ readable }) => !readable);
  if (closed) {
    const reason = `Plumbline's database user may not read ${closed.schema}.${closed.name}.`;
    return candidate.outside && closed === candidate.parent ? unknown(reason) : failed(reason);
  }
  try {
    const { rows } = await readOnly(db, limits, overlapStatement(candidate, limits));
    const [counts] = rows;
    if (!counts || counts.sampled === 0) return unknown("No row has a value.");
    const { sampled, found, sampledRows, orphanRows } = counts;
    return { sampled, sampledRows, overlap: found / sampled, orphanRatio: orphanRows / sampledRows };
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    const isHidden = candidate.outside && sqlState(error) === "42501";
    if (isHidden) return unknown(databaseSentence(error));
    const hidden = [candidate.child, candidate.parent].find(({ rowLevelSecurity }) => rowLevelSecurity);
    const isPolicy = sqlState(error) === "42501" && hidden !== undefined;
    return failed(isPolicy ? hiddenRows(tableText(hidden)) : databaseSentence(error));
  }
}

interface Counts {
  sampled: number;
  found: number;
  sampledRows: number;
  orphanRows: number;
}

function readOnly(db: Kysely<unknown>, { statementTimeoutMs }: OverlapLimits, statement: RawBuilder<Counts>) {
  return inTransaction(db, { readOnly: true, lockTimeoutMs: 500, statementTimeoutMs }, async (trx) => {
    // One process from the table's beginning: the same rows give the same answer each time.
    const settings = { max_parallel_workers_per_gather: "0", synchronize_seqscans: "off" };
    await setForTransaction(trx, { row_security: "off", jit: "off", ...settings });
    return statement.execute(trx);
  });
}

// The parent's columns are a key, so the join keeps one row for each value.
function overlapStatement({ child, columns, parent, parentColumns, unlike }: NameCandidate, limits: OverlapLimits) {
  const compared = (value: RawBuilder<unknown>) => (unlike ? sql`${value}::text` : value);
  const values = columns.map(({ name }, at) => sql`${columnSql("t", name)} as ${sql.id(`v${at}`)}`);
  const given = columns.map(({ name }) => sql`${columnSql("t", name)} is not null`);
  const places = columns.map((_, at) => columnSql("taken", `v${at}`));
  const same = parentColumns.map(
    ({ name }, at) => sql`${compared(columnSql("p", name))} = ${compared(columnSql("s", `v${at}`))}`,
  );
  const present = columnSql("p", parentColumns[0]?.name ?? "");
  return sql<Counts>`
    with s as materialized (
      select ${sql.join(places)}, count(*) as n
      from (
        select ${sql.join(values)}
        from ${tableSql(child)} as t ${sampling(child.rowEstimate, limits.rows)}
        where ${sql.join(given, sql` and `)}
        limit ${limits.rows}
      ) as taken
      group by ${sql.join(places)}
      limit ${limits.values}
    )
    select
      count(*)::float8 as sampled,
      count(${present})::float8 as found,
      coalesce(sum(s.n), 0)::float8 as "sampledRows",
      coalesce(sum(s.n) filter (where ${present} is null), 0)::float8 as "orphanRows"
    from s
    left join ${tableSql(parent)} as p on ${sql.join(same, sql` and `)}
  `;
}

// The first rows of a large table are its oldest and tell of those days only; the same sample each time gives the same answer.
function sampling(rowEstimate: number | null, rows: number): RawBuilder<unknown> {
  if (rowEstimate === null || rowEstimate < rows * 20) return sql``;
  return sql`tablesample system (${sql.lit((100 * rows * 4) / rowEstimate)}) repeatable (1)`;
}

/** Nothing was looked at, which says nothing of the values. */
export function failed(reason: string): Overlap {
  return { ...unknown(reason), failed: true };
}

function unknown(reason: string): Extract<Overlap, { overlap: null }> {
  return { sampled: 0, sampledRows: 0, overlap: null, orphanRatio: null, unknown: reason };
}
