export type Mode = "embedded" | "postgres" | "supabase";

/** The keys of the Supabase API, hosted or in this process. */
export interface ApiKeys {
  publishableKey: string;
  secretKey: string;
}

/** What a scan may take of the database. */
export interface ScanConfig {
  /** Tables that are read at the same time. */
  concurrency: number;
  tableTimeoutMs: number;
  budgetMs: number;
}

export interface Config {
  mode: Mode;
  host: string;
  port: number;
  /** Where the embedded database, the generated secrets and the run file live. */
  dataDir: string;
  /** Null in embedded mode: the address is known once the database has booted. */
  databaseUrl: string | null;
  /** A replica that scans read from; null where they read from the database itself. */
  replicaUrl: string | null;
  scan: ScanConfig;
  /** The hosted project; null where the Supabase API runs in this process. */
  supabase: (ApiKeys & { url: string }) | null;
  /** Signs sessions and makes the keys where the Supabase API runs in this process. Generated when not given. */
  secret: string | null;
  demoPassword: string | null;
  /** Whether customer sessions are kept in public.sessions, or only in the process that began them. */
  supabaseWrite: boolean;
  /** Whether `x-forwarded-*` comes from a proxy of ours and may be believed. */
  trustProxy: boolean;
}

/** Configuration that cannot be used: one sentence that says what to do. */
export class ConfigError extends Error {
  override name = "ConfigError";
}
