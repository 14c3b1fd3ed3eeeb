import type { RawBuilder } from "kysely";
import type { TableName } from "@/lib/catalog/types";

export interface PlanCounts {
  change: number;
  skip: number;
  /** Rows of another table that are made first. */
  create: number;
}

/**
 * Rows of one table, changed in batches with their before-images and audit rows. The rows are those of the
 * finding's fault, checked again under lock before anything changes. In every expression `t` is the row.
 */
export interface RowPlan {
  form: "rows";
  table: TableName;
  /** Columns that identify a row. */
  key: string[];
  joins: RowJoin[];
  /** Why a row is left alone: a text per row, NULL where it changes. */
  skip: RawBuilder<string | null> | null;
  /**
   * A JSON object per row that later statements read as `i.choice`: the parent to give it to, say. Its member `create`
   * is the row of `creates` that this one needs, as column → text; equal ones are made once.
   */
  choice: RawBuilder<unknown> | null;
  creates: RowInsert | null;
  /** Rows of other tables that name a row of the list: before it goes they name the row whose key is `choice -> 'to'`. */
  moves?: RowMove[];
  change: RowChange;
  /** What the sample shows for a column whose value is only made by the run: text expressions over `t` and `i`. */
  shown?: Record<string, RawBuilder<unknown>>;
  /** One sentence with the numbers. */
  summary(counts: PlanCounts): string;
  /** `error_logs.error_type` of each repaired row, and what is said of it there. */
  rowEvent: string;
  rowMessage: string;
  /** What a cascade will touch besides, and what else a person should know, in sentences. */
  effects: string[];
}

/** Rows of one other table; each of its references to the table of the list is moved. */
export interface RowMove {
  table: TableName;
  key: string[];
  references: { columns: string[]; parentColumns: string[] }[];
  rowEvent: string;
  rowMessage: string;
}

/** Something known of many rows at once, computed once for all and left-joined to each. */
export interface RowJoin {
  as: string;
  query: RawBuilder<unknown>;
  /** Over `t` and the join's own name; true for at most one of its rows. */
  on: RawBuilder<unknown>;
}

export type RowChange =
  | { kind: "delete" }
  /** The rows themselves stay as they are: what is created mends them. */
  | { kind: "none" }
  /** `set` maps a column to an expression over `t` and `i`, the work list's row; the list is named by the plan's id. */
  | { kind: "update"; set(planId: string): Record<string, RawBuilder<unknown>> };

/** Rows of another table that must exist first, made from the work list's `choice -> 'create'`. */
export interface RowInsert {
  title: string;
  table: TableName;
  key: string[];
  /** Columns that get a value; the others take their default. */
  columns: string[];
  /** A row that has these values already is not made a second time. */
  identity: string[];
  rowEvent: string;
  rowMessage: string;
}
