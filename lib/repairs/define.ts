import type { RawBuilder, SqlBool } from "kysely";
import type { z } from "zod";
import type { Catalog, Table, TableName } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import type { RepairCode } from "./codes";
import type { RepairField } from "./fields";

export type LockMode =
  | "ACCESS SHARE"
  | "ROW SHARE"
  | "ROW EXCLUSIVE"
  | "SHARE UPDATE EXCLUSIVE"
  | "SHARE"
  | "SHARE ROW EXCLUSIVE"
  | "ACCESS EXCLUSIVE";

export interface Lock {
  mode: LockMode;
  table: TableName;
  /** What it means for people who use the table now: "blocks writes for the moment of the change". */
  effect: string;
}

/** Read-only numbers or values that a repair needs before it can refuse or plan. Each query gives one row with one column `value`. */
export type Facts = Record<string, unknown>;

/** Which rows of the table the finding names, as its check says it: joins after `from <table> as t`, and the predicate. */
export interface Fault {
  joins: RawBuilder<unknown>[];
  where: RawBuilder<SqlBool>;
}

export interface RepairContext<T extends Target, I> {
  /** The finding's check. */
  check: CheckCode;
  /** No row at all where the finding is about the catalogue. */
  fault: Fault;
  catalog: Catalog;
  table: Table;
  target: T;
  input: I;
  facts: Facts;
}

export interface Refusal {
  /** A sentence: why not now. */
  reason: string;
  /** The step to take first, where there is one. */
  first?: { repair: RepairCode; check: CheckCode; target: Target };
}

/** A verb that mends a kind of finding. It builds SQL and runs nothing; it knows no table by name. */
export interface Repair<T extends Target = Target, I = unknown> {
  code: RepairCode;
  /** Imperative, for buttons: "Delete the orphans". */
  title: string;
  /** One or two sentences on what it does and when to choose it. */
  description: string;
  form: "rows" | "schema";
  /** Findings of these checks can be mended by it. */
  mends: readonly CheckCode[];
  /** The choices an operator makes before the preview; every field has a default or the preview asks for it. */
  input: z.ZodType<I>;
  /** The form for those choices; facts were measured with the input's defaults. */
  fields?(context: RepairContext<T, I>): RepairField[];
  /** Is it offered for this target at all (an adopt rule is there, the column is nullable …). */
  offers(target: T, catalog: Catalog): boolean;
  facts(context: Omit<RepairContext<T, I>, "facts">): Record<string, RawBuilder<{ value: unknown }>>;
  refuses(context: RepairContext<T, I>): Refusal | null;
  plan(context: RepairContext<T, I>): RowPlan | SchemaPlan;
}

/** Schema steps, each in a transaction of its own with its audit row, or outside one where PostgreSQL demands that. */
export interface SchemaPlan {
  form: "schema";
  summary: string;
  steps: SchemaStep[];
}

export interface SchemaStep {
  title: string;
  sql: RawBuilder<unknown>;
  /** Puts it back; null where nothing can or need. */
  inverse: RawBuilder<unknown> | null;
  lock: Lock;
  /** CREATE INDEX CONCURRENTLY cannot run in a transaction; its leftover is `dropIfInvalid`. */
  concurrent?: { index: TableName };
}

/** Rows of one table, changed in one transaction with their before-images and audit rows. */
export interface RowPlan {
  form: "rows";
  summary: string;
  /** What the sample shows for a column whose value is only made by the run: text expressions over `t` and `i`. */
  shown?: Record<string, RawBuilder<unknown>>;
  /** The rows that change; `t` in every expression. */
  table: TableName;
  /** Columns that identify a row. */
  key: string[];
  /** Left joins after `from <table> as t`, each keeping one row per row. */
  joins: RawBuilder<unknown>[];
  /** The finding's rows. Checked again, under lock, before anything changes. */
  where: RawBuilder<SqlBool>;
  /** 'change', 'unchanged' or 'skip' per row, and why. */
  outcome: RawBuilder<string>;
  reason: RawBuilder<string | null>;
  /** JSON per row that later statements read as `i.choice`: the lead to link, the parent to give it to. */
  choice: RawBuilder<unknown> | null;
  /** Rows of another table that must exist first, inserted from the work list in the same transaction and quarantined as inserts. */
  creates: RowInsert | null;
  /**
   * `set` maps a column to an expression over `t`, `i` (the work list's row) and the aliases of `joins`, which follow
   * `from plumbline.run_items as i`. Kind `none` leaves the rows themselves as they are: what is created mends them.
   */
  change: { kind: "delete" } | { kind: "none" } | { kind: "update"; set: Record<string, RawBuilder<unknown>>; joins?: RawBuilder<unknown>[] };
  /** `error_logs.error_type` of each changed row. */
  rowEvent: string;
  /** What a cascade or a trigger will touch besides, in sentences. */
  effects: string[];
  lock: Lock;
}

export interface RowInsert {
  title: string;
  table: TableName;
  key: string[];
  /** `insert into … as p … select … from <items> as i`, without `returning`. `items` has plan_id, position, key and choice of the rows that will change. */
  insert(items: RawBuilder<unknown>): RawBuilder<unknown>;
  rowEvent: string;
}

/** Keeps the literal types of a definition. */
export function defineRepair<T extends Target, I>(repair: Repair<T, I>): Repair<T, I> {
  return repair;
}
