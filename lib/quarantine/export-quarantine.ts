import { sql } from "kysely";
import { z } from "zod";
import { emit } from "@/lib/audit/emit";
import { type Context, requireRole } from "@/lib/auth/context";
import type { Engine } from "@/lib/db";
import { type ImageText, imageTexts } from "./export-text";
import { idRange } from "./id-range";
import { ImageFilter } from "./image-filter";
import { wholeImageColumns } from "./image-row";
import { lookBack } from "./look-back";
import { streamOf } from "./text-stream";

const pageRows = 500;

const ExportForm = z.enum(["csv", "json"], "as is csv or json.");

export interface ExportQuarantineInput {
  as: unknown;
  filter: unknown;
}

/** Everything that fits, newest first, page by page as it is taken: never all of it in memory. Says who took it. */
export async function exportQuarantine(
  ctx: Context,
  { as, filter: raw }: ExportQuarantineInput,
): Promise<{ form: keyof typeof imageTexts; body: ReadableStream<Uint8Array> }> {
  requireRole(ctx, "operator");
  const form = ExportForm.parse(as);
  const filter = ImageFilter.parse(raw);
  await emit(ctx.engine.db, {
    action: "quarantine.export",
    actor: { id: ctx.operator.id, email: ctx.operator.email },
    message: `Rows of quarantine were exported as ${form.toUpperCase()}.`,
    ...(filter.run && { runId: filter.run }),
    details: { as: form, ...filter },
  });
  return { form, body: streamOf(texts(ctx.engine, filter, imageTexts[form])) };
}

async function* texts({ db }: Engine, filter: ImageFilter, text: ImageText): AsyncGenerator<string> {
  const range = await idRange(db, filter);
  // What comes while it is written is not part of it.
  const { rows } = await sql<{ end: string }>`
    select coalesce(max(id), 0)::bigint + 1 as end from plumbline.quarantine
  `.execute(db);
  let before: string | null = rows[0]?.end ?? null;
  let isFirst = true;
  yield text.head;
  while (before !== null) {
    const look = await lookBack(db, wholeImageColumns, { filter, range, before }, pageRows);
    const parts = look.rows.map((image, at) => text.row(image, isFirst && at === 0));
    isFirst &&= parts.length === 0;
    if (parts.length > 0) yield parts.join("");
    before = look.next;
  }
  yield text.tail;
}
