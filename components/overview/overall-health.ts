import { formatCount, formatNumber } from "@/components/ui/format";
import type { HealthPanel, HealthStatus } from "@/lib/overview/types";

export interface OverallHealth {
  status: HealthStatus;
  title: string;
  detail: string;
}

/** The one line on top of the overview. Anything that was not checked keeps it from being called healthy. */
export function overallHealth(playbooks: HealthPanel[], tableGroups: HealthPanel[]): OverallHealth {
  const incidents = playbooks.filter((panel) => panel.status !== "absent");
  const failingIncidents = incidents.filter((panel) => panel.status === "failing").length;
  const failing = sum(tableGroups, (panel) => panel.failingFindings);
  const notChecked = sum(tableGroups, (panel) => panel.notChecked);
  const panels = [...incidents, ...tableGroups].filter((panel) => panel.status !== "absent");
  const detail = [`${formatCount(failing, "finding is", "findings are")} failing`];
  const excused = sum(tableGroups, (panel) => panel.excused);
  if (notChecked > 0) detail.push(`${formatCount(notChecked, "finding was", "findings were")} not checked`);
  if (excused > 0) detail.push(`${formatNumber(excused)} ${excused === 1 ? "is" : "are"} known or dismissed`);

  if (panels.every(({ status, measuredAt }) => status === "not_checked" && measuredAt === null)) {
    return {
      status: "not_checked",
      title: "Nothing has been checked yet",
      detail: "Scan the database to see its state.",
    };
  }
  if (failingIncidents > 0 || failing > 0) {
    const title =
      incidents.length > 0 ? `${failingIncidents} of ${formatCount(incidents.length, "incident")} failing` : "Failing";
    return { status: "failing", title, detail: `${detail.join(", ")}.` };
  }
  if (panels.some((panel) => panel.status === "not_checked")) {
    return {
      status: "not_checked",
      title: "Nothing failing, but not everything was checked",
      detail: `${detail.join(", ")}.`,
    };
  }
  if (excused > 0) return { status: "healthy", title: "Nothing failing that counts", detail: `${detail.join(", ")}.` };
  return { status: "healthy", title: "Healthy", detail: "Every check that was made passes." };
}

function sum(panels: HealthPanel[], of: (panel: HealthPanel) => number): number {
  return panels.reduce((total, panel) => total + of(panel), 0);
}
