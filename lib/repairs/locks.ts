import type { TableName } from "@/lib/catalog/types";
import type { Lock, LockMode } from "./define";
import { nameOf } from "./wording";

const effects: Record<LockMode, (tables: string) => string> = {
  "ACCESS SHARE": () => "blocks nobody",
  "ROW SHARE": () => "blocks nobody",
  "ROW EXCLUSIVE": () => "blocks nobody",
  "SHARE UPDATE EXCLUSIVE": (tables) => `reads and writes of ${tables} go on`,
  SHARE: (tables) => `writes to ${tables} wait for the moment of the change, reads go on`,
  "SHARE ROW EXCLUSIVE": (tables) => `writes to ${tables} wait for the moment of the change, reads go on`,
  "ACCESS EXCLUSIVE": (tables) => `reads and writes of ${tables} wait for the moment of the change`,
};

/** The lock that a schema step takes and what people who use the tables notice. */
export function lockOf(mode: LockMode, table: TableName, ...alsoLocked: TableName[]): Lock {
  return { mode, table, effect: effects[mode]([table, ...alsoLocked].map(nameOf).join(" and ")) };
}
