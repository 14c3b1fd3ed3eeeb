/** What a statement of a probe is expected to come to. */
export type Expected =
  /** It only sets the scene: where it is refused, the question cannot be asked, and nothing is known. */
  | { kind: "prepared"; rows: number | null }
  /** Accepted, with so many rows changed or returned; null where their number is not the question. */
  | { kind: "accepted"; rows: number | null }
  | { kind: "refused"; sqlstate: string }
  /** Exactly these rows in this order: every value as the text that PostgreSQL writes. */
  | { kind: "returns"; rows: TextRow[] };

export type TextRow = Record<string, string | null>;

export interface ProbeStatement {
  title: string;
  sql: string;
  /** The role of the database in which it runs; that of Plumbline's own user where null. */
  role: string | null;
  expected: Expected;
}

/** What became of one statement. */
export interface StatementResult {
  title: string;
  sql: string;
  role: string | null;
  expected: string;
  actual: string;
  /** PostgreSQL's own code where it refused. */
  sqlstate: string | null;
  status: "as_expected" | "unexpected" | "not_run";
  durationMs: number;
}

/** Green: the database accepts and refuses what it must. Red: it does not. Not checked: nobody knows, for the reason. */
export type ProbeStatus = "green" | "red" | "not_checked";

export interface ScenarioResult {
  status: ProbeStatus;
  /** One sentence. */
  message: string;
  statements: StatementResult[];
  durationMs: number;
}
