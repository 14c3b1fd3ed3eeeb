import type { How } from "@/lib/findings/types";

/** How a number was obtained, in words: after the number, and as a sentence. */
export const howWords: Record<How, { short: string; sentence: string }> = {
  exact: { short: "exact", sentence: "Counted exactly, in one read-only snapshot." },
  proved: { short: "proved by constraint", sentence: "A validated constraint forbids it, so no row had to be read." },
  unchanged: { short: "unchanged since", sentence: "Nothing was written to the table since this was counted." },
  none: { short: "not measured", sentence: "It could not be measured." },
};
