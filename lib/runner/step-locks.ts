import type { TableName } from "@/lib/catalog/types";
import type { Lock } from "@/lib/repairs/define";

/** Rows of the table are locked against other writers; everybody else goes on. */
export function rowLock(table: TableName): Lock {
  return named(table, "ROW SHARE", "other writers of these rows wait until the run ends; everybody else goes on");
}

export function writeLock(table: TableName): Lock {
  return named(table, "ROW EXCLUSIVE", "readers and writers of other rows go on");
}

export function readLock(table: TableName): Lock {
  return named(table, "ACCESS SHARE", "blocks nobody");
}

/** Plumbline's own tables. */
export function ownLock(name: string): Lock {
  return named({ schema: "plumbline", name }, "ROW EXCLUSIVE", "blocks nobody");
}

export function auditLock(): Lock {
  return named(
    { schema: "public", name: "error_logs" },
    "ROW EXCLUSIVE",
    "other audit entries wait until the run ends",
  );
}

function named({ schema, name }: TableName, mode: Lock["mode"], effect: string): Lock {
  return { mode, table: { schema, name }, effect };
}
