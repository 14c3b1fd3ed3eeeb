import type { FindingSummary } from "@/lib/findings/types";

interface FailingSince {
  at: string | null;
  /** What stands in the place of the time, or beside it. */
  words: string | null;
}

/** Since when it fails, as far as is known: what is not checked now may fail still. */
export function failingSince({
  status,
  firstFailedAt: at,
}: Pick<FindingSummary, "status" | "firstFailedAt">): FailingSince {
  if (status === "passing") return { at: null, words: "Not failing" };
  if (at === null) return { at, words: "Not known" };
  return { at, words: status === "not_checked" ? "as far as is known" : null };
}
