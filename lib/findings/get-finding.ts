import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { readCatalog } from "@/lib/catalog/read-catalog";
import { checkOn } from "@/lib/checks/registry";
import { toCount } from "@/lib/db";
import { offerKeepers, offerRepairs } from "@/lib/plans/offer-repairs";
import { restsOn } from "@/lib/references/rests-on";
import { FindingId, findFinding } from "./find-finding";
import { historyPoints } from "./prune-history";
import { sqlToSee } from "./sql-to-see";
import { type StoredFinding, summarise } from "./stored-finding";
import type { Finding } from "./types";

/** One finding with its cause, its sample, its history and the repairs that apply to it. */
export async function getFinding(ctx: Context, input: string): Promise<Finding> {
  requireRole(ctx, "viewer");
  const id = FindingId.parse(input);
  const finding = await findFinding(ctx.engine.db, id);
  const { check, target } = finding;
  const { form, why } = checkOn(check, target);
  const catalog = await readCatalog(ctx.engine.db);
  return {
    ...summarise(finding),
    target,
    form,
    why,
    referenceId: await restsOn(ctx.engine.db, finding),
    sqlToSee: sqlToSee(check, target, catalog),
    sample: await readSample(ctx, id),
    history: await readHistory(ctx, id),
    repairs: await repairsOf(ctx, finding),
  };
}

/** What could not be measured is not known to be broken. */
async function repairsOf(ctx: Context, { status, check, target }: StoredFinding): Promise<Finding["repairs"]> {
  if (status === "failing") return offerRepairs(ctx, { check, target });
  return status === "passing" ? offerKeepers(ctx, { check, target }) : [];
}

async function readSample(ctx: Context, id: string): Promise<Finding["sample"]> {
  const { rows } = await sql<{ sample: Finding["sample"] }>`
    select sample from plumbline.findings where id = ${id}
  `.execute(ctx.engine.db);
  return rows[0]?.sample ?? [];
}

async function readHistory(ctx: Context, id: string): Promise<Finding["history"]> {
  const { rows } = await sql<{ measuredAt: Date; status: Finding["status"]; count: string | null }>`
    select measured_at as "measuredAt", status, count
    from plumbline.measurements
    where finding_id = ${id}
    order by measured_at desc
    limit ${historyPoints}
  `.execute(ctx.engine.db);
  return rows.toReversed().map(({ measuredAt, status, count }) => ({
    measuredAt: measuredAt.toISOString(),
    status,
    count: count === null ? null : toCount(count),
  }));
}
