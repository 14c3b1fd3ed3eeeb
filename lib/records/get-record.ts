import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isAbsent, isBadValue, readFailure } from "./read-failure";
import type { RecordRow } from "./read-page";
import { inTime, type RecordsContext } from "./records-context";
import { findRecordDefinition } from "./registry";

const GetRecordInput = z.object({ record: z.string(), key: z.string().min(1).max(200) });

export type RecordDetail = { state: "absent" } | { state: "present"; row: RecordRow };

/** One record with every column that its table has, those of the definition first. */
export async function getRecord(context: RecordsContext, input: unknown): Promise<RecordDetail> {
  const { record: slug, key } = GetRecordInput.parse(input);
  const record = findRecordDefinition(slug);
  const { data, error } = await inTime(context, (signal) =>
    context.client.from(record.table).select("*").eq(record.key, key).abortSignal(signal).maybeSingle<RecordRow>(),
  );
  if (error && isAbsent(error)) return { state: "absent" };
  if (error && !isBadValue(error)) throw readFailure(record, error);
  if (!data)
    throw new AppError("not_found", `No ${record.noun} has the key ${key}. It may have been removed by a repair.`);

  const known = record.columns.map((column) => column.key).filter((column) => column in data);
  const others = Object.keys(data).filter((column) => !known.includes(column));
  return { state: "present", row: Object.fromEntries([...known, ...others].map((column) => [column, data[column]])) };
}
