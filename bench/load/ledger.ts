import type { Answer, Call } from "./call";

/** What was answered to one operation with one status. */
export interface Entry {
  operation: string;
  status: number;
  times: number[];
}

export interface Ledger {
  entries: Map<string, Entry>;
  /** The ids of the answers that say that a record was not saved. */
  failedSaves: Set<string>;
  /** The ids of those that say that time ran out, and that it may still be carried out. */
  timedOut: Set<string>;
  /** What no caller may see: no answer at all, or a fault of the server's. */
  faults: string[];
}

export function newLedger(): Ledger {
  return { entries: new Map(), failedSaves: new Set(), timedOut: new Set(), faults: [] };
}

export function note(ledger: Ledger, { operation }: Call, { status, body }: Answer, ms: number): void {
  const key = `${operation} ${status}`;
  const entry = ledger.entries.get(key) ?? { operation, status, times: [] };
  entry.times.push(ms);
  ledger.entries.set(key, entry);
  const error = body.error as { id: string; message: string } | undefined;
  if (error?.message.includes(" was not saved. ")) ledger.failedSaves.add(error.id);
  if (error && status === 504) ledger.timedOut.add(error.id);
  if (status >= 500 || status === 0) ledger.faults.push(`${operation}: ${status} ${error?.message ?? ""}`);
}
