import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import type { LeftRow } from "./left-kinds";
import { LeftFilter, leftRows } from "./left-row";

const ListLeftRowsInput = LeftFilter.extend({
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, "This is not a cursor of the work list.")
    .nullish(),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});

export interface LeftRowPage {
  rows: LeftRow[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

/** The previewed rows that a run has left as they were, page by page, each with the reason. */
export async function listLeftRows(ctx: Context, raw: unknown): Promise<LeftRowPage> {
  requireRole(ctx, "viewer");
  const { cursor, limit, ...filter } = ListLeftRowsInput.parse(raw);
  const found = await leftRows(filter, cursor ?? "0", limit + 1).execute(ctx.engine.db);
  const rows = found.rows.slice(0, limit).map((row) => ({ ...row, position: Number(row.position) }));
  return { rows, nextCursor: found.rows.length > limit ? String(rows.at(-1)?.position) : null };
}
