import type { Kysely } from "kysely";
import type { Actor } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import type { KeepItems } from "./listed-items";
import { inOwnTransaction } from "./own-transaction";
import { firstPartTimeoutMs } from "./read-in-parts";
import { inSnapshot } from "./snapshot";
import { storePlan } from "./store-plan";
import type { PlanDraft } from "./stored-plan";
import { turns } from "./turns";

type Build = (keep: KeepItems) => Promise<PlanDraft>;

/** Each takes two connections: more of them could wait for one another for ever. */
const inTurn = turns(3);
/** As long as reading the rows may take, and a little more. */
const idleTimeoutMs = firstPartTimeoutMs + 30_000;

/** Plans in a snapshot that only reads. Its work list is stored beside that as it is read, since it may not fit into memory. */
export function makePlan(
  { db }: Engine,
  actor: Actor,
  plan: (snapshot: Kysely<unknown>, store: (build: Build) => Promise<PlanDraft>) => Promise<PlanDraft>,
): Promise<PlanDraft> {
  const store = (build: Build) => inOwnTransaction(db, (own) => storePlan(own, actor, build), { idleTimeoutMs });
  return inTurn(() => inSnapshot(db, (snapshot) => plan(snapshot, store)));
}
