import type { Catalog, Table, TableName } from "@/lib/catalog/types";
import type { ReferenceTarget } from "@/lib/checks/target";
import type { SkipCase } from "@/lib/repairs/first-of";
import type { RowJoin } from "@/lib/repairs/row-plan";
import type { UndoPart } from "./undo-part";

/** A reference that no foreign key declares but the repaired finding knows. */
export type KnownReference = Pick<ReferenceTarget, "table" | "columns" | "parent" | "parentColumns">;

/** What the preview must foresee, because earlier parts of the same undo will have done it when a later part runs. */
export interface Foreseen {
  /** Keys of rows that an earlier part sets back or removes, so that they no longer refer to what a later part removes. */
  setBack: { table: TableName; keys: string[] }[];
  /** Keys of rows that the run removed and that an earlier part cannot bring back. */
  staysGone: { table: TableName; keys: string[] }[];
}

export interface ObstacleContext {
  catalog: Catalog;
  part: UndoPart;
  /** The run that is undone changed nothing of the rows that refer to what it made; its plan lists them. */
  adoptedBy: { planId: string; table: Table; key: string[] } | null;
  references: KnownReference[];
  /** Tables from which the run removed rows. */
  removedFrom: Table[];
  /** Null when the undo runs: then nothing has to be foreseen. */
  foreseen: Foreseen | null;
}

/** Why a row may have to stay as it is: conditions over `q`, its image, `t`, the row now, and the joins they need. */
export interface Obstacles {
  cases: SkipCase[];
  joins: RowJoin[];
}
