import { type Context, requireRole } from "@/lib/auth/context";
import { atLeast } from "@/lib/auth/roles";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import { databaseSentence } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findingId } from "@/lib/findings/finding-id";
import { log } from "@/lib/log";
import { withKnownReferences } from "@/lib/references/with-undeclared";
import type { Refusal, Repair } from "@/lib/repairs/define";
import { repairOf, repairsFor } from "@/lib/repairs/registry";
import { refusalOf } from "@/lib/runner/refusal";
import { readRepairContext } from "@/lib/runner/repair-context";
import { inSnapshot } from "@/lib/runner/snapshot";
import type { OfferedRepair } from "./types";

export interface OfferRepairsInput {
  check: CheckCode;
  target: Target;
}

/** The repairs that a finding can have: what each asks before its preview, or why it is not possible now. */
export function offerRepairs(ctx: Context, finding: OfferRepairsInput): Promise<OfferedRepair[]> {
  return offerAll(ctx, finding, repairsFor(finding.check));
}

/** Of a finding that passes: what is possible now to keep it so. */
export async function offerKeepers(ctx: Context, finding: OfferRepairsInput): Promise<OfferedRepair[]> {
  const keepers = repairsFor(finding.check).filter(({ keeps }) => keeps?.includes(finding.check));
  if (keepers.length === 0) return [];
  return (await offerAll(ctx, finding, keepers)).filter(({ refusal }) => refusal === null);
}

async function offerAll(ctx: Context, finding: OfferRepairsInput, repairs: Repair[]): Promise<OfferedRepair[]> {
  requireRole(ctx, "viewer");
  const catalog = await withKnownReferences(ctx.engine.db, await readCatalog(ctx.engine.db));
  const offered = repairs.filter((repair) => repair.offers(finding.target, catalog));
  const offers: OfferedRepair[] = [];
  for (const repair of offered) offers.push(await offer(ctx, repair, finding, catalog));
  return offers;
}

async function offer(
  ctx: Context,
  repair: Repair,
  { check, target }: OfferRepairsInput,
  catalog: Catalog,
): Promise<OfferedRepair> {
  const { code, title, description, role } = repair;
  if (role && !atLeast(ctx.operator.role, role)) {
    const reason = `It is for the role ${role}, as it runs SQL that a person writes.`;
    return { repair: code, title, description, fields: [], refusal: { reason, first: null } };
  }
  try {
    return await inSnapshot(ctx.engine.db, async (trx) => {
      const request = { repair, check, target, input: repair.input.parse({}) };
      const context = await readRepairContext(trx, request, catalog);
      const refusal = refusalOf(repair, context);
      const fields = refusal ? [] : (repair.fields?.(context) ?? []);
      return { repair: code, title, description, fields, refusal: refusal && toView(refusal) };
    });
  } catch (error) {
    // One repair whose facts cannot be read must not hide the finding, and is not possible either.
    if (!(error instanceof AppError)) log.warn({ err: error, repair: code }, "the facts of a repair could not be read");
    const reason = error instanceof AppError ? error.message : `It cannot be told now. ${databaseSentence(error)}`;
    return { repair: code, title, description, fields: [], refusal: { reason, first: null } };
  }
}

function toView({ reason, first }: Refusal): OfferedRepair["refusal"] {
  if (!first) return { reason, first: null };
  const { repair, check, target } = first;
  return { reason, first: { repair, title: repairOf(repair).title, findingId: findingId(check, target) } };
}
