import { z } from "zod";
import { AppError } from "@/lib/errors";
import { conditions } from "./conditions";
import { readCursor } from "./cursor";
import type { RecordDefinition, SortOrder } from "./define";
import { forgetColumns, presentColumns } from "./present-columns";
import { isChangedTable } from "./read-failure";
import { type Page, readPage } from "./read-page";
import { readSegment } from "./read-segment";
import type { RecordsContext } from "./records-context";
import { findRecordDefinition } from "./registry";

const ListRecordsInput = z.object({
  record: z.string().max(100),
  sort: z.string().max(100).optional(),
  direction: z.enum(["asc", "desc"]).optional(),
  search: z.string().trim().max(200).optional(),
  filters: z.array(z.string().max(300)).max(20).default([]),
  cursor: z.string().max(4000).optional(),
  pageRows: z.coerce.number().int().min(1).max(200).default(50),
});

export type RecordList =
  | { state: "absent" }
  | ({
      state: "present";
      /** Keys of the definition's columns that the database has. */
      columns: string[];
    } & Page);

/** One page of a table, read through the API: sorted, filtered and searched there, and never counted. */
export async function listRecords(context: RecordsContext, input: unknown): Promise<RecordList> {
  const asked = ListRecordsInput.parse(input);
  const record = findRecordDefinition(asked.record);
  try {
    return await readList(context, record, asked);
  } catch (error) {
    if (!isChangedTable(error)) throw error;
    forgetColumns(context, record);
    return readList(context, record, asked);
  }
}

async function readList(
  context: RecordsContext,
  record: RecordDefinition,
  asked: z.infer<typeof ListRecordsInput>,
): Promise<RecordList> {
  const present = await presentColumns(context, record);
  if (!present) return { state: "absent" };

  const order = orderOf(record, present, asked);
  const cursor = asked.cursor === undefined ? null : readCursor(asked.cursor, order);
  if (asked.cursor !== undefined && !cursor) {
    throw new AppError("invalid", "This page belongs to another order of the list. Go back to the first page.");
  }
  const where = conditions(record, present, asked);
  const columns = record.columns.map((column) => column.key).filter((key) => present.has(key));
  const select = columns.includes(record.key) ? columns : [record.key, ...columns];

  const page = await readPage({ order, key: record.key, cursor, pageRows: asked.pageRows }, (segment, rows) =>
    readSegment(context, record, { select, where, segment, rows }),
  );
  return { state: "present", columns, ...page };
}

function orderOf(
  record: RecordDefinition,
  present: ReadonlySet<string>,
  asked: { sort?: string; direction?: SortOrder["direction"] },
): SortOrder {
  if (asked.sort === undefined) {
    return present.has(record.sort.column) ? record.sort : { column: record.key, direction: "asc" };
  }
  const column = record.columns.find(({ key }) => key === asked.sort);
  if (!column?.sortable || !present.has(column.key)) {
    throw new AppError("invalid", `${record.table} cannot be sorted by “${asked.sort}”. Choose another column.`);
  }
  return { column: column.key, direction: asked.direction ?? "asc" };
}
