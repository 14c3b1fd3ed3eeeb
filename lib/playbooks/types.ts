import type { FindingSummary } from "@/lib/findings/types";
import type { HealthPanel } from "@/lib/overview/types";
import type { RepairCode } from "@/lib/repairs/codes";

export interface PlaybookStepView {
  id: string;
  title: string;
  why: string;
  state: "done" | "to_do" | "not_checked" | "absent";
  finding: FindingSummary | null;
  repairs: { repair: RepairCode; title: string; recommended: boolean; refusal: string | null }[];
}

export interface VerificationView {
  id: string;
  title: string;
  sql: string;
  expected: string;
  status: "passed" | "failed" | "error";
  /** The first of them; `rowCount` says how many there were. */
  rows: Record<string, string | null>[];
  rowCount?: number;
  /** The sentence when the query itself failed. */
  error: string | null;
  ranAt: string;
}

export interface PlaybookView extends HealthPanel {
  slug: string;
  summary: string;
  story: string[];
  errorMessage: string | null;
  tables: { schema: string; name: string; present: boolean }[];
  steps: PlaybookStepView[];
}
