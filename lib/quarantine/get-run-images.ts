import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { readRunImages } from "./run-images";
import type { RunImages } from "./types";

/** For the page: what would go with the images of this run. */
export async function getRunImages(ctx: Context, runId: string): Promise<RunImages> {
  requireRole(ctx, "viewer");
  return readRunImages(ctx.engine.db, z.uuid("This is not the id of a run.").parse(runId));
}
