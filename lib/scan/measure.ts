import type { Catalog, TableName } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import type { Engine } from "@/lib/db";
import { measureTable } from "./measure-table";
import type { Measurement, MeasureOptions } from "./types";

/** Measures expectations, one pass per table. Reads only. */
export async function measure(
  engine: Engine,
  catalog: Catalog,
  expectations: Expectation[],
  options: MeasureOptions = {},
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [table, ofTable] of byTable(expectations)) {
    measurements.push(...(await measureTable(engine, catalog, table, ofTable, options)));
  }
  return measurements;
}

/** The expectations of each table, in the order in which the tables are first named. */
export function byTable(expectations: Expectation[]): [TableName, Expectation[]][] {
  const groups = new Map<string, [TableName, Expectation[]]>();
  for (const expectation of expectations) {
    const { schema, name } = expectation.target.table;
    const key = JSON.stringify([schema, name]);
    const group = groups.get(key);
    if (group) group[1].push(expectation);
    else groups.set(key, [{ schema, name }, [expectation]]);
  }
  return [...groups.values()];
}
