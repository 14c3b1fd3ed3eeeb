import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { readFindings, type StoredFinding } from "./stored-finding";

export const FindingId = z.string().regex(/^[0-9a-f]{16}$/, "This is not the id of a finding.");

/** The finding of that id, or a sentence why there is none. */
export async function findFinding(db: Kysely<unknown>, id: string): Promise<StoredFinding> {
  const [finding] = await readFindings(db, sql`f.id = ${id}`);
  if (finding) return finding;
  throw new AppError(
    "not_found",
    "There is no such finding any more: the last scan did not see its table or its promise.",
  );
}
