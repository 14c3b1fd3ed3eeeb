import type { Kysely } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { TableName } from "@/lib/catalog/types";
import { AppError } from "@/lib/errors";
import { counted } from "@/lib/repairs/wording";
import { fingerprintOf, whatMoved } from "./fingerprint";
import { itemsDigest, planHash } from "./plan-hash";
import type { StoredPlan } from "./stored-plan";

const maxAgeMinutes = 60;

/** A plan runs only while it is what was reviewed and its tables are what it took for granted. */
export async function refuseStale(db: Kysely<unknown>, plan: StoredPlan, reviewedHash: string): Promise<void> {
  if (plan.willChange === 0)
    throw new AppError("refused", "This plan would change nothing, so there is nothing to run.");
  if (plan.hash !== reviewedHash) throw stale("It is not the plan that you reviewed.");
  const minutes = Math.floor(plan.ageSeconds / 60);
  if (minutes >= maxAgeMinutes)
    throw stale(`It was made ${counted(minutes, "minute")} ago, and the rows may have moved.`);
  if (planHash(plan, await itemsDigest(db, plan.id)) !== plan.hash) throw stale("It was altered after it was made.");
  const tables = Object.keys(plan.body.fingerprint).map(tableOf);
  const moved = whatMoved(plan.body.fingerprint, fingerprintOf(await readCatalog(db), tables));
  if (moved !== null) throw stale(`Since it was made, ${moved} changed.`);
}

function stale(why: string): AppError {
  return new AppError("conflict", `This plan no longer holds. ${why} Preview again.`);
}

function tableOf(key: string): TableName {
  const [schema = "", name = ""] = JSON.parse(key) as string[];
  return { schema, name };
}
