import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { identifyingColumns } from "@/lib/catalog/equivalents";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { checkOn } from "@/lib/checks/registry";
import { databaseSentence, inForeignRead, setForTransaction, sqlState } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { rowsStatement } from "@/lib/scan/rows-statement";
import { FindingId, findFinding } from "./find-finding";
import { decodeCursor, encodeCursor } from "./row-cursor";
import type { FindingRows } from "./types";

const ListFindingRowsInput = z.object({
  id: FindingId,
  cursor: z.string().max(2_000).nullish(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListFindingRowsInput = z.input<typeof ListFindingRowsInput>;

const limits = { lockTimeoutMs: 1_000, statementTimeoutMs: 10_000 };
const maxCellChars = 2_000;

/** The records that a finding names, as they are at this moment, in key order. */
export async function listFindingRows(ctx: Context, input: ListFindingRowsInput): Promise<FindingRows> {
  requireRole(ctx, "viewer");
  const { id, cursor, limit } = ListFindingRowsInput.parse(input);
  const { check: code, target } = await findFinding(ctx.engine.db, id);
  const catalog = await readCatalog(ctx.engine.db);
  const table = catalog.find(target.table);
  const check = checkOn(code, target);
  if (!table || check.form === "catalog") return { columns: [], keyColumns: [], rows: [], nextCursor: null };
  const reason = check.uncheckable(target, catalog);
  if (reason !== null) throw new AppError("refused", reason);

  const keyColumns = identifyingColumns(table) ?? [];
  const after = cursor && keyColumns.length > 0 ? decodeCursor(keyColumns, cursor) : undefined;
  // One row more than is shown tells whether there is another page.
  const statement = rowsStatement(table, { check: code, target }, catalog, { limit: limit + 1, maxCellChars, after });
  const { rows } = await inForeignRead(ctx.engine.db, limits, async (trx) => {
    await setForTransaction(trx, { row_security: "off" });
    return statement.execute(trx);
  }).catch((error: unknown) => {
    if (sqlState(error) === null) throw error;
    throw new AppError("unavailable", `The records cannot be listed now. ${databaseSentence(error)}`, { cause: error });
  });
  const page = rows.slice(0, limit).map(({ image }) => image);
  const last = page.at(-1);
  const hasMore = rows.length > limit && keyColumns.length > 0 && last !== undefined;
  return {
    columns: table.columns.map(({ name }) => name),
    keyColumns,
    rows: page,
    nextCursor: hasMore ? encodeCursor(keyColumns, last) : null,
  };
}
