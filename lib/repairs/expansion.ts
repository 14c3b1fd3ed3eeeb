import type { Column, Index, Sequence, Table } from "@/lib/catalog/types";
import type { CarriedKey } from "./carried-keys";

/** A column that another takes the place of. */
export interface Expansion {
  table: Table;
  column: Column;
  /** The type that it is to have. */
  type: string;
  /** Values are the same where PostgreSQL says they are equal, or where it writes them alike. */
  compared: "as values" | "as written";
  /** Gives the column its values, where one does. */
  sequence: Sequence | undefined;
  /** Foreign keys from and to the column. */
  keys: CarriedKey[];
  /** Names of relations and constraints of the schema that are taken. */
  taken: string[];
}

/** What is new beside it until the switch. */
export interface ExpansionNames {
  wide: string;
  keeper: string;
  check: string;
  indexes: { index: Index; name: string }[];
}
