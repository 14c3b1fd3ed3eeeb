import type { CheckCode } from "@/lib/checks/codes";
import type { Severity } from "@/lib/checks/severity";
import type { CustomCheck } from "@/lib/custom-checks/types";
import type { FindingSummary } from "@/lib/findings/types";
import type { RepairCode } from "@/lib/repairs/codes";

/** How many findings of a check there are now. Each is counted once: what was set aside is not among the first three. */
export interface FindingCounts {
  failing: number;
  notChecked: number;
  passing: number;
  known: number;
  dismissed: number;
}

/** One check of the library. */
export interface CheckEntry {
  code: CheckCode;
  title: string;
  severity: Severity;
  /** What it is about, in a word or two: "column". */
  appliesTo: string;
  why: string;
  repairs: { code: RepairCode; title: string }[];
  findings: FindingCounts;
}

/** A check with its page of documentation; null where there is no page. */
export interface CheckPage extends CheckEntry {
  document: string | null;
}

/** A check that somebody wrote, with what it found; null before the first scan that measures it. */
export interface WrittenCheck extends CustomCheck {
  finding: Pick<FindingSummary, "id" | "status" | "count" | "reason" | "measuredAt"> | null;
}
