import { getConfig } from "@/lib/config";

export interface ScanLimits {
  /** Tables that are read at the same time. */
  concurrency: number;
  tableTimeoutMs: number;
  budgetMs: number;
  /** How long to wait for a database that went away. */
  reconnectMs: number;
}

const reconnectMs = 30_000;

/** What a scan may take of the database, as configured. */
export function scanLimits(): ScanLimits {
  return { ...getConfig().scan, reconnectMs };
}
