import type { StoredFinding } from "@/lib/findings/stored-finding";
import type { Health } from "./types";

/** What these findings come to together: what was not checked stays unknown, also when it was dismissed. */
export function healthOf(findings: StoredFinding[]): Health {
  const open = findings.filter(({ standing }) => standing === "open");
  const failing = { error: 0, warning: 0, info: 0 };
  for (const { status, severity } of open) if (status === "failing") failing[severity] += 1;
  const notChecked = findings.filter(({ status }) => status === "not_checked").length;
  if (failing.error + failing.warning > 0) return { status: "failing", failing, notChecked };
  const isUnknown = notChecked > 0 || findings.length === 0;
  return { status: isUnknown ? "not_checked" : "healthy", failing, notChecked };
}
