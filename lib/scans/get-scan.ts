import { sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { endSilentScans, readScan } from "./scan-row";
import type { Scan } from "./types";

/** One scan with its progress. */
export async function getScan(ctx: Context, input: string): Promise<Scan> {
  requireRole(ctx, "viewer");
  const id = z.uuid().parse(input);
  await endSilentScans(ctx.engine.db);
  const scan = await readScan(ctx.engine.db, sql`s.id = ${id}`);
  if (scan) return scan;
  throw new AppError("not_found", "There is no such scan.");
}
