import type { TableName } from "@/lib/catalog/types";

/** The table of the audit history is Plumbline's to write, and nothing is expected of it. */
export function isAuditTable({ schema, name }: TableName): boolean {
  return schema === "public" && name === "error_logs";
}
