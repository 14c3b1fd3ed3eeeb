import { z } from "zod";
import { checkCodes } from "@/lib/checks/codes";
import { severities } from "@/lib/checks/severity";
import { ages, failingFor } from "./failing-for";
import type { StoredFinding } from "./stored-finding";

export const FindingFilter = z.object({
  /** `attention`: whatever fails or could not be checked. */
  status: z.enum(["attention", "failing", "passing", "not_checked"]).optional(),
  severity: z.enum(severities).optional(),
  check: z.enum(checkCodes).optional(),
  playbook: z.string().max(100).optional(),
  schema: z.string().max(63).optional(),
  table: z.string().max(63).optional(),
  standing: z.enum(["open", "known", "dismissed"]).optional(),
  /** Since when it fails. */
  since: z.enum(ages).optional(),
  change: z.enum(["new", "worse", "better", "fixed"]).optional(),
});
export type FindingFilter = z.input<typeof FindingFilter>;

/** Whether a finding is one of those that are asked for. */
export function filterOf(filter: FindingFilter): (finding: StoredFinding) => boolean {
  const { status, severity, check, playbook, schema, table, standing, change } = filter;
  const now = new Date();
  return (finding) =>
    (!status || (status === "attention" ? finding.status !== "passing" : finding.status === status)) &&
    (!severity || finding.severity === severity) &&
    (!check || finding.check === check) &&
    (!playbook || finding.playbook === playbook) &&
    (!schema || finding.target.table.schema === schema) &&
    (!table || finding.target.table.name === table) &&
    (!standing || finding.standing === standing) &&
    (!filter.since || failingFor(finding, now) === filter.since) &&
    (!change || finding.change === change);
}
