import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { canonicalJson } from "./canonical-json";
import type { PlanDraft } from "./stored-plan";

/** Covers all that a person reviews and a run executes: statements, target, input, numbers, and every row of the work list. */
export function planHash(plan: PlanDraft, itemsDigest: string): string {
  const { id, findingId, repair, undoOf, target, table, input, summary, body, willChange, unchanged, skipped } = plan;
  const { schema, name } = table;
  const reviewed = {
    id,
    findingId,
    repair,
    undoOf,
    target,
    schema,
    name,
    input,
    summary,
    body,
    willChange,
    unchanged,
    skipped,
    itemsDigest,
  };
  return createHash("sha256").update(canonicalJson(reviewed)).digest("hex");
}

/** One number for the whole stored work list, taken in parts: all of it as one text may be more than PostgreSQL holds. */
export async function itemsDigest(db: Kysely<unknown>, planId: string): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select encode(sha256(coalesce(string_agg(part.digest, '' order by part.no), '')), 'hex') as digest
    from (
      select
        i.position / 1000 as no,
        sha256(string_agg(
          convert_to(concat_ws('|', i.position, i.key, i.outcome, i.digest, i.choice), 'UTF8'), '\\x0a' order by i.position
        )) as digest
      from plumbline.run_items as i
      where i.plan_id = ${planId}
      group by 1
    ) as part
  `.execute(db);
  return rows[0]?.digest ?? "";
}
