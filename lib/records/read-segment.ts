import type { Conditions } from "./conditions";
import type { RecordDefinition } from "./define";
import type { Comparison, Segment } from "./page-segments";
import { readFailure } from "./read-failure";
import type { RecordRow } from "./read-page";
import { inTime, type RecordsContext } from "./records-context";

interface ReadSegmentInput {
  select: readonly string[];
  where: Conditions;
  segment: Segment;
  rows: number;
}

/** The first rows of one stretch. A query that fails is thrown, never an empty answer. */
export async function readSegment(
  context: RecordsContext,
  record: RecordDefinition,
  { select, where, segment, rows }: ReadSegmentInput,
): Promise<RecordRow[]> {
  let query = context.client.from(record.table).select(select.join(","));
  for (const comparison of [...where.all, ...segment.where]) {
    const { operator, value } = written(comparison);
    query = query.filter(comparison.column, operator, value);
  }
  for (const alternatives of where.any) query = query.or(alternatives);
  let ordered = query.limit(rows);
  for (const { column, direction } of segment.order)
    ordered = ordered.order(column, { ascending: direction === "asc" });

  const { data, error } = await inTime(context, (signal) =>
    ordered.abortSignal(signal).overrideTypes<RecordRow[], { merge: false }>(),
  );
  if (error) throw readFailure(record, error);
  return data;
}

const operators = { "=": "eq", "<": "lt", ">": "gt", like: "ilike" } as const;

function written(comparison: Comparison): { operator: string; value: unknown } {
  switch (comparison.is) {
    case "null":
      return { operator: "is", value: null };
    case "not null":
      return { operator: "not.is", value: null };
    default:
      return { operator: operators[comparison.is], value: comparison.value };
  }
}
