import type { Severity } from "@/lib/checks/severity";
import type { FindingStatus } from "@/lib/findings/types";

/** What one finding weighs. Advice is advice, and moves nothing. */
const weights: Record<Severity, number> = { error: 10, warning: 3, info: 0 };

export interface Tally {
  severity: Severity;
  status: FindingStatus;
  findings: number;
}

/** The share of what was checked that passes, by weight, from 0 to 100; null where nothing was checked. */
export function scoreOf(tallies: readonly Tally[]): number | null {
  const weigh = (status: FindingStatus) =>
    tallies
      .filter((tally) => tally.status === status)
      .reduce((sum, { severity, findings }) => sum + weights[severity] * findings, 0);
  const passing = weigh("passing");
  const checked = passing + weigh("failing");
  // A hundred is for nothing failing, not for nearly nothing.
  return checked === 0 ? null : Math.floor((100 * passing) / checked);
}
