import { type Kysely, sql } from "kysely";
import type { StoredFinding } from "@/lib/findings/stored-finding";
import { findingsOf, isAbout } from "./findings-of";
import { readSuggestions } from "./suggestion-row";

/** The undeclared reference without which there would be no such finding; null where a foreign key or a playbook says it. */
export async function restsOn(
  db: Kysely<unknown>,
  { id, target }: Pick<StoredFinding, "id" | "target">,
): Promise<string | null> {
  const { schema, name } = target.kind === "counter" ? target.child : target.table;
  const suggestions = await readSuggestions(db, sql`r.schema_name = ${schema} and r.table_name = ${name}`);
  const suggestion = suggestions.find(({ reference }) => isAbout(target, reference));
  if (!suggestion) return null;
  const resting = await findingsOf(db, suggestion.reference);
  return resting.some((finding) => finding.id === id) ? suggestion.id : null;
}
