import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { resultColumns } from "./last-results";
import type { ProbeResult } from "./types";

const shown = 50;

/** What a probe came to lately, newest first. */
export async function probeHistory(ctx: Context, raw: unknown): Promise<ProbeResult[]> {
  requireRole(ctx, "viewer");
  const id = z.string().max(100).parse(raw);
  const { rows } = await sql<ProbeResult>`
    select ${resultColumns} from plumbline.probe_results as r where r.probe = ${id} order by r.id desc limit ${shown}
  `.execute(ctx.engine.db);
  return rows;
}
