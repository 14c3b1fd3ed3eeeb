import { z } from "zod";
import { Reason } from "@/lib/audit/reason";
import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { inOwnTransaction } from "@/lib/runner/own-transaction";
import { giveUpImages, removeImages } from "./purge-images";

const PurgeRunInput = z.object({ runId: z.uuid(), phrase: z.string(), reason: Reason });
export type PurgeRunInput = z.input<typeof PurgeRunInput>;

/** Removes the before-images of one run for good, which takes its undo away. */
export async function purgeRun(ctx: Context, raw: PurgeRunInput): Promise<{ images: number }> {
  requireRole(ctx, "admin");
  const { runId, phrase, reason } = PurgeRunInput.parse(raw);
  const { engine, operator } = ctx;
  const actor = { id: operator.id, email: operator.email };
  const { images } = await inOwnTransaction(engine.db, (trx) =>
    giveUpImages(trx, runId, actor, (found) => {
      if (phrase.trim() === found.phrase) return reason;
      throw new AppError("invalid", `Type the phrase "${found.phrase}" to confirm.`);
    }),
  );
  await removeImages(engine.db);
  return { images };
}
