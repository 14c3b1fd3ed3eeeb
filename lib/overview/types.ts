import type { FindingSummary, How } from "@/lib/findings/types";
import type { Scan } from "@/lib/scans/types";

export type HealthStatus = "healthy" | "failing" | "not_checked" | "absent";

export interface HealthPanel {
  id: string;
  title: string;
  href: string;
  status: HealthStatus;
  /** Rows that findings name. */
  failingRows: number;
  failingFindings: number;
  notChecked: number;
  /** Failing findings that are only worth knowing: they make nothing unhealthy. */
  advice: number;
  /** Findings that fail and do not count, because they are known or dismissed. */
  excused: number;
  measuredAt: string | null;
  how: How | null;
  /** What to do next, one sentence. */
  next: string;
  /** Worst first, at most five. */
  top: FindingSummary[];
}

export interface Overview {
  playbooks: HealthPanel[];
  tableGroups: HealthPanel[];
  lastScan: Scan | null;
}
