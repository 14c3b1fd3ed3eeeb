import { formatNumber } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";
import type { SuggestedReference } from "@/lib/references/types";

const strong = 0.8;
const likely = 0.55;

/** A score in a word. */
export function scoreWord(score: number): "Strong" | "Likely" | "Weak" {
  if (score >= strong) return "Strong";
  return score >= likely ? "Likely" : "Weak";
}

export function scoreTone(score: number): Tone {
  return score >= strong ? "success" : score >= likely ? "info" : "neutral";
}

/** What the scan compared, one short sentence for each fact. */
export function evidenceWords({ evidence }: Pick<SuggestedReference, "evidence">): string[] {
  const { overlap, orphanRatio, sampledRows, sameType, sameSchema, parentIsKey } = evidence;
  return [
    overlap === null ? evidence.unknown : missingWords(orphanRatio, sampledRows),
    sameType ? "Both ends have the same type." : "The types of the two ends differ but compare.",
    parentIsKey === "primary" ? "It names the primary key." : "It names a unique key, not the primary one.",
    ...(sameSchema ? [] : ["The two tables are in different schemas."]),
  ];
}

/** Whether its rows are checked, and why. */
export function checkedWords({ state, confident, evidence }: SuggestedReference): string {
  if (state === "adopted") return "Checked, because it was adopted.";
  if (state === "rejected") return "Not checked, because it was rejected. No later scan brings it back.";
  if (confident) return "Checked by default: name, type and values agree.";
  if (evidence.doubt !== null) return "Not checked until somebody adopts it: what it is called leaves a doubt.";
  if (evidence.overlap === null && evidence.failed)
    return "Not checked, because its values could not be looked at. The next scan tries again.";
  if (evidence.overlap === null) return "Not checked until somebody adopts it: there are no values to compare.";
  return "Not checked until somebody adopts it: name and values leave too much doubt.";
}

function missingWords(orphanRatio: number, sampledRows: number): string {
  if (sampledRows === 1)
    return `The one row that was looked at ${orphanRatio === 0 ? "names" : "does not name"} a row that is there.`;
  const rows = `Of ${formatNumber(sampledRows)} rows that were looked at,`;
  if (orphanRatio === 0) return `${rows} all name a row that is there.`;
  const percent = orphanRatio * 100;
  return `${rows} ${percent < 1 ? "less than 1" : Math.round(percent)} % name a row that is not there.`;
}
