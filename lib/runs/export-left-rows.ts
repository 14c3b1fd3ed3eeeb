import { type Context, requireRole } from "@/lib/auth/context";
import type { Engine } from "@/lib/db";
import { csvLine } from "@/lib/quarantine/csv-line";
import { streamOf } from "@/lib/quarantine/text-stream";
import { LeftFilter, leftRows } from "./left-row";

const pageRows = 1_000;

/** The rows that a run has left as they were, as a file with the key and the reason of each. */
export function exportLeftRows(ctx: Context, raw: unknown): ReadableStream<Uint8Array> {
  requireRole(ctx, "viewer");
  return streamOf(lines(ctx.engine, LeftFilter.parse(raw)));
}

async function* lines({ db }: Engine, filter: LeftFilter): AsyncGenerator<string> {
  yield csvLine(["key", "what", "why"]);
  let after: string | undefined = "0";
  while (after !== undefined) {
    const { rows } = await leftRows(filter, after, pageRows).execute(db);
    if (rows.length > 0)
      yield rows.map(({ key, kind, reason }) => csvLine([JSON.stringify(key), kind, reason])).join("");
    after = rows.length === pageRows ? rows.at(-1)?.position : undefined;
  }
}
