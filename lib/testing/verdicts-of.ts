import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Engine } from "@/lib/db";
import { catalogVerdicts } from "./catalog-verdicts";

/** What a check says of each target that it finds itself, by label: "failing 3", "passing 0", "not_checked". */
export async function verdictsOf(engine: Engine, check: CheckCode, known: Partial<Catalog> = {}) {
  const found = await catalogVerdicts(engine, check, known);
  return Object.fromEntries(
    found.map(({ label, status, count }) => [label, count === null ? status : `${status} ${count}`]),
  );
}

/** The sentences of what fails or cannot be checked. */
export async function sentencesOf(engine: Engine, check: CheckCode, known: Partial<Catalog> = {}): Promise<string[]> {
  const found = await catalogVerdicts(engine, check, known);
  return found.flatMap(({ count, reason, message }) => (reason !== null ? [reason] : count ? [message] : []));
}
