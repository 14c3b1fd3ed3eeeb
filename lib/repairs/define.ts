import type { RawBuilder, SqlBool } from "kysely";
import type { z } from "zod";
import type { Catalog, NamedIndex, Table, TableName } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import type { RepairCode } from "./codes";
import type { RepairField } from "./fields";
import type { RowPlan } from "./row-plan";
import type { Written } from "./written";

export type { RowPlan } from "./row-plan";

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
  /** Of those, the checks whose findings it keeps from coming back: it is for when they pass. */
  keeps?: readonly CheckCode[];
  /** The choices an operator makes before the preview; every field has a default or the preview asks for it. */
  input: z.ZodType<I>;
  /** The form for those choices; facts were measured with the input's defaults. */
  fields?(context: RepairContext<T, I>): RepairField[];
  /** Is it offered for this target at all (an adopt rule is there, the column is nullable …). */
  offers(target: T, catalog: Catalog): boolean;
  facts(context: Omit<RepairContext<T, I>, "facts">): Record<string, RawBuilder<{ value: unknown }>>;
  /** What the facts are on a database that was not repaired yet, where a repair changes them: for SQL that is taken there. */
  factsAsFound?: Facts;
  /** Who may preview and run it; every operator where absent. */
  role?: "admin";
  /** The rows that the finding names, where a run has to name them otherwise than a scan does. */
  fault?(target: T): Fault | null;
  /** SQL in the input, tried read-only before anything is read or planned by it. */
  written?(context: Pick<RepairContext<T, I>, "table" | "target" | "input">): Written[];
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
  concurrent?: { index: NamedIndex };
  /**
   * A part of its work is done at a time, each in a transaction of its own, where `plumbline.after` says how far the one
   * before came. Gives one row: `after`, NULL when nothing is left, and `count`.
   */
  repeats?: true;
  /** Once it is done the run has no way back: why, as a sentence. */
  final?: string;
}

/** Keeps the literal types of a definition. */
export function defineRepair<T extends Target, I>(repair: Repair<T, I>): Repair<T, I> {
  return repair;
}
