import type { NamedIndex, TableName } from "@/lib/catalog/types";
import type { Target } from "@/lib/checks/target";
import type { RepairCode } from "@/lib/repairs/codes";
import type { Lock } from "@/lib/repairs/define";
import type { RepairField } from "@/lib/repairs/fields";
import type { Narrowing } from "@/lib/runner/narrowing";

export type { RepairField } from "@/lib/repairs/fields";

/** One statement exactly as it will run. Parameters are bound, never spliced. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

export interface PlanStep {
  position: number;
  title: string;
  statement: Statement;
  inverse: Statement | null;
  lock: Lock;
  /** Steps with the same number share a transaction; null runs outside one. */
  transaction: number | null;
  /** The index that the statement builds or drops outside a transaction. */
  concurrentIndex: NamedIndex | null;
  /** The statement looks for what must not be: when it returns a row, its batch is rolled back with this sentence. */
  failsIfRows?: string;
  /** First the rows that nobody holds, last those that somebody held. Absent: in both. */
  pass?: "first" | "last";
  /** It runs again, each time in a transaction of its own, until its row says that nothing is left (`after` is NULL). */
  repeats?: true;
  /** Once it is done the run has no way back: why. */
  final?: string;
}

export interface SampleRow {
  key: Record<string, string>;
  outcome: "change" | "unchanged" | "skip";
  reason: string | null;
  before: Record<string, string | null> | null;
  /** Null when the row is removed. */
  after: Record<string, string | null> | null;
}

/** What the preview screen shows and a run executes. */
export interface Plan {
  id: string;
  findingId: string | null;
  repair: RepairCode | "undo";
  repairTitle: string;
  undoOf: string | null;
  target: Target | { kind: "run"; table: TableName };
  schemaName: string;
  tableName: string;
  input: unknown;
  /** The rows that were chosen for it, or taken out; null where it is for all rows of its finding. */
  narrowing: Narrowing | null;
  summary: string;
  form: "rows" | "schema";
  steps: PlanStep[];
  effects: string[];
  /** Rows; for a schema plan the number of its steps. */
  willChange: number;
  unchanged: number;
  skipped: number;
  sample: SampleRow[];
  hash: string;
  createdBy: string;
  createdAt: string;
  /** How it must be confirmed: ux.md 3. The phrase names table and count. */
  confirmation: { kind: "plain" | "phrase"; phrase: string | null };
  /** The run that executed it, when one did. */
  runId: string | null;
}

export interface PlanItem {
  position: number;
  key: Record<string, string>;
  outcome: "change" | "unchanged" | "skip";
  reason: string | null;
  result: "changed" | "skipped" | null;
  resultReason: string | null;
}

export interface PlanItemPage {
  items: PlanItem[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

/** A repair that a finding can have, and why it is not possible now when it is not. */
export interface OfferedRepair {
  repair: RepairCode;
  title: string;
  description: string;
  /** Fields that the operator fills in before the preview. */
  fields: RepairField[];
  refusal: { reason: string; first: { repair: RepairCode; title: string; findingId: string } | null } | null;
}
