import { type Kysely, sql } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { GaugeName, Met, Reading } from "./gauge";
import { gauges } from "./gauges";

/** What all gauges show at one moment. */
export interface Look {
  atSeconds: number;
  /** As they were read: of those that count, the counters. */
  readings: Partial<Record<GaugeName, Reading>>;
}

/** Asks the database once for all gauges. */
export async function takeLook(db: Kysely<unknown>, table: TableName): Promise<Look> {
  const questions = gauges.flatMap(({ name, reads }) =>
    reads
      ? [
          sql`(select jsonb_build_object('value', g.value, 'about', g.about) from (${reads(table)}) as g) as ${sql.id(name)}`,
        ]
      : [],
  );
  const { rows } = await sql<{ at: number } & Partial<Record<GaugeName, Reading | null>>>`
    select extract(epoch from clock_timestamp())::float8 as at, ${sql.join(questions)}
  `.execute(db);
  const { at = 0, ...read } = rows[0] ?? {};
  const known = Object.entries(read).filter(([, reading]) => reading?.value != null);
  return { atSeconds: at, readings: Object.fromEntries(known) };
}

/** What the gauges show now, counters by their growth since the look before. */
export function shown(look: Look, before: Look | null, met: Met | null): Look["readings"] {
  const values = gauges.flatMap((gauge): [GaugeName, Reading][] => {
    const { name } = gauge;
    if (gauge.met) return met ? [[name, { value: gauge.met(met), about: null }]] : [];
    const reading = look.readings[name];
    if (!reading || !gauge.isCounter) return reading ? [[name, reading]] : [];
    const last = before?.readings[name];
    const seconds = before ? look.atSeconds - before.atSeconds : 0;
    return last && seconds > 0 ? [[name, { ...reading, value: (reading.value - last.value) / seconds }]] : [];
  });
  return Object.fromEntries(values);
}
