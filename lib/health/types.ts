/** Open to everybody, so it names no table, no person and no address. */
export interface Health {
  /** Whether this server can do its work: 200 or 503. */
  status: "ok" | "unavailable";
  /** What somebody should look at, in sentences; also while the status is ok. */
  problems: string[];
  database: "ok" | "unavailable";
  /** The Supabase API; not asked as long as the database is not prepared, and until its first answer. */
  api: "ok" | "unavailable" | "not_asked";
  /** The last migration of the database; null when it was never migrated or cannot be asked. */
  schema: string | null;
  /** How many workers say that they are there, and when one last did. */
  workers: { alive: number; lastSeenAt: string | null } | null;
  /** Of the runs that are not over, the one that began first. */
  oldestUnfinishedRun: { status: string; startedAt: string } | null;
  lastScan: { status: string; startedAt: string; finishedAt: string | null } | null;
  /** Findings of the severity error that fail and that nobody has dismissed. */
  failingErrors: number | null;
  /** What callers without an API key may do. */
  openScopes: string[];
}

/** What the database says of itself. */
export type DatabaseHealth = Pick<
  Health,
  "schema" | "workers" | "oldestUnfinishedRun" | "lastScan" | "failingErrors" | "openScopes"
>;
