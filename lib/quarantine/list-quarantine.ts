import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { inTransaction } from "@/lib/db";
import { idRange } from "./id-range";
import { ImageFilter } from "./image-filter";
import { type ImageRow, imageColumns, toQuarantinedRow } from "./image-row";
import { lookBack } from "./look-back";
import type { QuarantinePage } from "./types";

const ListQuarantineInput = ImageFilter.extend({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, "This is not a cursor of quarantine.")
    .nullish(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListQuarantineInput = z.input<typeof ListQuarantineInput>;

const limits = { readOnly: true, lockTimeoutMs: 1_000, statementTimeoutMs: 10_000 };

/** A search for what is rare gives back what it has by then, and where to go on. */
const patienceMs = 1_500;

/** The rows that runs changed, newest first. */
export async function listQuarantine(ctx: Context, raw: ListQuarantineInput): Promise<QuarantinePage> {
  requireRole(ctx, "viewer");
  const { cursor, limit, ...filter } = ListQuarantineInput.parse(raw);
  return inTransaction(ctx.engine.db, limits, async (trx) => {
    const range = await idRange(trx, filter);
    const found: ImageRow[] = [];
    const end = performance.now() + patienceMs;
    let before = cursor ?? null;
    do {
      const look = await lookBack(trx, imageColumns, { filter, range, before }, limit - found.length);
      found.push(...look.rows);
      before = look.next;
    } while (before !== null && found.length < limit && performance.now() < end);
    const isFull = found.length === limit;
    return {
      rows: found.map(toQuarantinedRow),
      nextCursor: before,
      lookedBackTo: before === null || isFull ? null : await timeOf(trx, before),
    };
  });
}

async function timeOf(trx: Parameters<typeof lookBack>[0], id: string): Promise<string | null> {
  const { rows } = await sql<{ created_at: Date }>`
    select created_at from plumbline.quarantine where id = ${id}::bigint
  `.execute(trx);
  return rows[0]?.created_at.toISOString() ?? null;
}
