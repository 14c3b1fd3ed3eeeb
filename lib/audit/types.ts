export interface AuditEntry {
  id: string;
  /** Null for rows that are not Plumbline's own: they were there before, or an application wrote them. */
  seq: number | null;
  errorType: string;
  message: string | null;
  severity: string | null;
  action: string | null;
  actor: string | null;
  runId: string | null;
  schemaName: string | null;
  tableName: string | null;
  recordKey: Record<string, string> | null;
  createdAt: string;
}

export interface AuditEntryDetail extends AuditEntry {
  details: unknown;
  prevHash: string | null;
  rowHash: string | null;
  /** From quarantine, when the entry belongs to a repaired row. */
  before: Record<string, string | null> | null;
  after: Record<string, string | null> | null;
}

export interface AuditPage {
  entries: AuditEntry[];
  nextCursor: string | null;
}

export interface AuditVerification {
  checked: number;
  /** Null when the chain is whole. */
  brokenAt: { seq: number; what: string } | null;
  verifiedAt: string;
}
