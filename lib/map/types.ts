import type { Severity } from "@/lib/checks/severity";
import type { FindingStatus } from "@/lib/findings/types";

/** What was not looked at is never healthy. */
export type MapStatus = "failing" | "not_checked" | "healthy";

/** `expected`: a documented incident promises it; `undeclared`: inferred with confidence, or adopted. */
export type ReferenceKind = "declared" | "expected" | "undeclared";

export interface MapFinding {
  id: string;
  title: string;
  status: FindingStatus;
  severity: Severity;
}

/** What the findings of a table or a reference come to; what fails and is known or dismissed does not count. */
export interface Health {
  status: MapStatus;
  /** How many fail, by severity; one that is only worth knowing makes nothing unhealthy. */
  failing: Record<Severity, number>;
  notChecked: number;
}

export interface MapTable extends Health {
  id: string;
  schema: string;
  name: string;
  /** The planner's estimate; null where it has none. */
  rowEstimate: number | null;
  /** Referred to, but in a schema that no scan looks at, or not there at all. */
  outside: boolean;
}

export interface MapReference extends Health {
  id: string;
  /** The ids of the two tables. */
  child: string;
  parent: string;
  columns: string[];
  parentColumns: string[];
  kind: ReferenceKind;
  /** Rows that name no parent; null where nobody counted. */
  orphans: number | null;
  /** What fails and what was not checked, the worst first. */
  findings: MapFinding[];
}

export interface DatabaseMap {
  tables: MapTable[];
  references: MapReference[];
  /** When the oldest number of it was measured; null before the first scan. */
  measuredAt: string | null;
}
