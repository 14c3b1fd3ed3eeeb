import pg from "pg";
import { sqlState } from "@/lib/db";

/** A sentence where row-level security would have hidden rows from us; null for any other error. */
export function hiddenRows(error: unknown): string | null {
  if (sqlState(error) !== "42501" || !(error instanceof pg.DatabaseError)) return null;
  if (!error.message.includes("row-level security")) return null;
  return `Row-level security hides rows from Plumbline's database user (${error.message}). Connect as the tables' owner or as a role with BYPASSRLS.`;
}
