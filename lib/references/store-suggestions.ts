import { type Kysely, sql } from "kysely";
import type { ReferenceCandidate } from "@/lib/catalog/infer/types";
import { referenceId } from "./reference-id";

export interface SeenCandidate {
  candidate: ReferenceCandidate;
  basis: string | null;
}

/** Writes down what was seen. What nobody decided and nobody sees any more goes; decisions stay. */
export async function storeSuggestions(db: Kysely<unknown>, seen: SeenCandidate[]): Promise<void> {
  const rows = seen.map(({ candidate: { evidence, sentence, score, confident, ...reference }, basis }) => ({
    id: referenceId(reference),
    schema_name: reference.table.schema,
    table_name: reference.table.name,
    reference,
    evidence,
    sentence,
    score,
    confident,
    basis,
  }));
  await sql`
    with seen as (
      select *
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (
        id text, schema_name text, table_name text, reference jsonb, evidence jsonb, sentence text, score float8,
        confident boolean, basis text
      )
    ),
    gone as (
      delete from plumbline.reference_suggestions
      where state = 'suggested' and id not in (select id from seen)
    )
    insert into plumbline.reference_suggestions as r
      (id, schema_name, table_name, reference, evidence, sentence, score, confident, basis)
    select id, schema_name, table_name, reference, evidence, sentence, score, confident, basis
    from seen
    order by id
    on conflict (id) do update
    set
      evidence = excluded.evidence,
      sentence = excluded.sentence,
      score = excluded.score,
      confident = excluded.confident,
      basis = excluded.basis,
      last_seen_at = now()
  `.execute(db);
}
