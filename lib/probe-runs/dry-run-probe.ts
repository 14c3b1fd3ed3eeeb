import type { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import type { ScenarioResult } from "@/lib/probes/types";
import { ScenarioInput } from "./probe-input";
import { tryWritten } from "./try-written";

export type DryRunProbeInput = z.input<typeof ScenarioInput>;

/** Tries a probe as it is written, and stores neither it nor what it comes to. */
export async function dryRunProbe(ctx: Context, raw: DryRunProbeInput): Promise<ScenarioResult> {
  requireRole(ctx, "admin");
  const { statements } = ScenarioInput.parse(raw);
  return tryWritten(ctx.engine, statements);
}
