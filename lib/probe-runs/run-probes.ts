import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { recordResults, type Tried } from "./record-results";
import { tryAll } from "./try-all";

const RunProbesInput = z.strictObject({
  /** All of them where null; otherwise the name of a playbook, or the code, id or name of one probe. */
  probe: z.string().trim().min(1).max(100).nullable().default(null),
});
export type RunProbesInput = z.input<typeof RunProbesInput>;

/** Tries probes now, and keeps what they come to. */
export async function runProbes(ctx: Context, raw: RunProbesInput): Promise<Tried[]> {
  requireRole(ctx, "operator");
  const { probe } = RunProbesInput.parse(raw);
  const tried = await tryAll(ctx.engine, probe);
  if (tried.length === 0)
    throw new AppError(
      "not_found",
      `There is no probe and no playbook called “${probe}”. The page of probes has all of them.`,
    );
  const { id, email } = ctx.operator;
  await recordResults(ctx.engine, tried, { actor: { id, email }, cause: "person" });
  return tried;
}
