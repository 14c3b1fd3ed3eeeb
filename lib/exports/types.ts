/** A file of SQL. Each holds one statement, so that it is one transaction however it is sent. */
export interface ExportFile {
  name: string;
  sql: string;
}

/** What was repaired on one database, repeatable on the next, and its way back. */
export interface SqlExport {
  name: string;
  /** For `supabase/migrations`, in order. */
  migrations: ExportFile[];
  /** In the order in which they are applied to take everything back. */
  undo: ExportFile[];
}

/** One statement of an export. */
export interface ExportPart {
  /** Part of the file's name. */
  label: string;
  /** What a person should know of it, in sentences or short lines. */
  notes: string[];
  sql: string;
}

/** One plan, or the undo of one, as it will be written. */
export interface ExportedChange {
  label: string;
  at: Date;
  /** Cause and evidence. */
  evidence: string[];
  apply: ExportPart[];
  undo: ExportPart[];
  /** It is taken back before all others: a key that was added before rows were mended would keep them from coming back. */
  addsOnly: boolean;
}
