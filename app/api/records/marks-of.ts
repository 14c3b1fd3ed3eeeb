import type { Context } from "@/lib/auth/context";
import { translateError } from "@/lib/auth/translate-error";
import { markRecords, type RecordMarks } from "@/lib/findings/mark-records";
import type { RecordRow } from "@/lib/records/read-page";
import { findRecordDefinition } from "@/lib/records/registry";

/** The findings that name these rows. When that cannot be told, the rows are shown all the same, and why. */
export async function marksOf(ctx: Context, slug: string, rows: RecordRow[]): Promise<RecordMarks> {
  const { schema, table, key: keyColumn } = findRecordDefinition(slug);
  try {
    return await markRecords(ctx, { schema, table, keyColumn, keys: rows.map((row) => String(row[keyColumn])) });
  } catch (error) {
    return { marks: {}, notChecked: translateError(error).message };
  }
}
