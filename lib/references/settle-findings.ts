import { type Kysely, sql } from "kysely";
import type { UndeclaredReference } from "@/lib/catalog/types";
import { severityOf } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { findingsOf } from "./findings-of";

/** What is no reference has no findings; says how many went. */
export async function dropFindings(trx: Kysely<unknown>, reference: UndeclaredReference): Promise<number> {
  const found = await findingsOf(trx, reference);
  await sql`delete from plumbline.findings where id = any (${found.map(({ id }) => id)}::text[])`.execute(trx);
  return found.length;
}

/** What somebody vouches for is as severe as what a foreign key declares; says of how many findings that holds. */
export async function vouchForFindings(trx: Kysely<unknown>, reference: UndeclaredReference): Promise<number> {
  const found = await findingsOf(trx, reference);
  const sure = found.map(({ id, check, target }) => {
    const vouched = withoutDoubt(target);
    return { id, target: vouched, severity: severityOf(check, vouched) };
  });
  await sql`
    update plumbline.findings as f
    set target = s.target, severity = s.severity
    from jsonb_to_recordset(${JSON.stringify(sure)}::jsonb) as s (id text, target jsonb, severity text)
    where f.id = s.id
  `.execute(trx);
  return sure.length;
}

function withoutDoubt(target: Target): Target {
  if (target.kind !== "reference") return target;
  const { inferred: _, ...vouched } = target;
  return vouched;
}
