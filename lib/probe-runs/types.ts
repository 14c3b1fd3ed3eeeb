import type { ProbeStatement, ScenarioResult, StatementResult } from "@/lib/probes/types";

/** What it was tried for. */
export type ProbeCause = "person" | "repair" | "schedule";

/** What a trial came to, as its history keeps it. */
export interface ProbeResult extends Pick<ScenarioResult, "status" | "message"> {
  durationMs: number;
  actor: string;
  cause: ProbeCause;
  runId: string | null;
  ranAt: string;
}

export interface ProbeView {
  /** The code of a documented probe, or the id of one that was written. */
  id: string;
  title: string;
  summary: string;
  source: "document" | "page";
  /** Null for one that was written. */
  playbook: { slug: string; title: string } | null;
  /** Null for a documented one. */
  written: { owner: string; changedAt: string; statements: ProbeStatement[] } | null;
  /** What each came to last, or as it would run. */
  statements: StatementResult[];
  /** Null where it was never tried. */
  last: ProbeResult | null;
}
