import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { AppError } from "@/lib/errors";
import { FindingId, findFinding } from "@/lib/findings/find-finding";
import { withKnownReferences } from "@/lib/references/with-undeclared";
import { repairCodes } from "@/lib/repairs/codes";
import type { Refusal } from "@/lib/repairs/define";
import { repairOf } from "@/lib/repairs/registry";
import { buildPlan } from "@/lib/runner/build-plan";
import { makePlan } from "@/lib/runner/make-plan";
import { Narrowing } from "@/lib/runner/narrowing";
import { refusalOf } from "@/lib/runner/refusal";
import { readRepairContext } from "@/lib/runner/repair-context";
import { tryInput } from "./try-input";

const CreatePlanInput = z.strictObject({
  findingId: FindingId,
  repair: z.enum(repairCodes),
  input: z.unknown().default({}),
  /** Only these of the finding's rows, or all but these. */
  narrowing: Narrowing.optional(),
});
export type CreatePlanInput = z.input<typeof CreatePlanInput>;

/** Previews a repair of a finding: reads what it would do and stores exactly that, for a person to review. */
export async function createPlan(ctx: Context, raw: CreatePlanInput): Promise<{ planId: string }> {
  requireRole(ctx, "operator");
  const { findingId, repair: code, input, narrowing } = CreatePlanInput.parse(raw);
  const { check, target } = await findFinding(ctx.engine.db, findingId);
  const repair = repairOf(code);
  if (!repair.mends.includes(check))
    throw new AppError("invalid", `"${repair.title}" does not mend this kind of finding.`);
  if (repair.role) requireRole(ctx, repair.role);
  if (narrowing && repair.form === "schema")
    throw new AppError(
      "invalid",
      `"${repair.title}" changes the table and not its rows, so no rows can be chosen for it.`,
    );
  const request = {
    repair,
    check,
    target,
    findingId,
    input: repair.input.parse(input),
    ...(narrowing && { narrowing }),
  };
  await tryInput(ctx.engine, request);

  const actor = { id: ctx.operator.id, email: ctx.operator.email };
  const { id } = await makePlan(ctx.engine, actor, async (trx, store) => {
    const catalog = await withKnownReferences(trx, await readCatalog(trx));
    const read = await readRepairContext(trx, request, catalog);
    const context = { ...read, fault: repair.fault?.(target) ?? read.fault };
    if (!repair.offers(target, context.catalog))
      throw new AppError("refused", `"${repair.title}" is not possible here.`);
    const refusal = refusalOf(repair, context);
    if (refusal) throw new AppError("refused", refusalSentence(refusal));
    return store((keep) => buildPlan(trx, request, context, keep));
  });
  return { planId: id };
}

function refusalSentence({ reason, first }: Refusal): string {
  return first ? `${reason} The step to take first: "${repairOf(first.repair).title}".` : reason;
}
