import type { StoredFinding } from "@/lib/findings/stored-finding";
import type { FindingCounts } from "./types";

/** Counts as the list of findings does, so that each number leads to a list of that length. */
export function countFindings(findings: Pick<StoredFinding, "status" | "standing">[]): FindingCounts {
  const open = findings.filter(({ standing }) => standing === "open");
  const ofStatus = (wanted: StoredFinding["status"]) => open.filter(({ status }) => status === wanted).length;
  const ofStanding = (wanted: StoredFinding["standing"]) =>
    findings.filter(({ standing }) => standing === wanted).length;
  return {
    failing: ofStatus("failing"),
    notChecked: ofStatus("not_checked"),
    passing: ofStatus("passing"),
    known: ofStanding("known"),
    dismissed: ofStanding("dismissed"),
  };
}
