import type { TableName } from "@/lib/catalog/types";
import type { RunUnderWay } from "@/lib/runs/types";

/** The runs under way that lock one of these tables. */
export function runsOn<Held extends Pick<RunUnderWay, "tables">>(
  underWay: readonly Held[],
  tables: readonly TableName[],
): Held[] {
  return underWay.filter((run) =>
    run.tables.some((held) => tables.some(({ schema, name }) => held.schema === schema && held.name === name)),
  );
}
