import type { IsKnown } from "./baseline";
import type { ScanReport } from "./report";

export const failOns = ["error", "warning", "none"] as const;
export type FailOn = (typeof failOns)[number];

const severities: Record<FailOn, string[]> = { error: ["error"], warning: ["error", "warning"], none: [] };

/** 0 where nothing fails that counts, 1 where something does, 2 where something could not be checked: that is never a success. */
export function exitCodeOf({ findings }: ScanReport, isKnown: IsKnown, failOn: FailOn): 0 | 1 | 2 {
  if (findings.some(({ status }) => status === "not_checked")) return 2;
  const fails = findings.some(
    (finding) => finding.status === "failing" && severities[failOn].includes(finding.severity) && !isKnown(finding),
  );
  return fails ? 1 : 0;
}
