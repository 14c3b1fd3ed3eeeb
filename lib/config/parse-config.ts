import path from "node:path";
import { type Config, ConfigError } from "./config";
import { checkDatabaseUrl } from "./database-url";
import { Environment, mends } from "./schema";
import { readSupabase } from "./supabase-keys";

/** Reads the environment once. Throws ConfigError with the first thing that has to be put right. */
export function parseConfig(env: Record<string, string | undefined>, root: string): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new ConfigError(mends[name as keyof Environment] ?? `${name} cannot be used; see .env.example.`);
  }
  const values = parsed.data;
  const supabase = readSupabase(values);
  const databaseUrl = values.DATABASE_URL === undefined ? null : checkDatabaseUrl(values.DATABASE_URL);
  return {
    mode: supabase ? "supabase" : databaseUrl ? "postgres" : "embedded",
    host: values.HOST ?? "127.0.0.1",
    port: values.PORT,
    dataDir: path.resolve(root, values.PLUMBLINE_DATA_DIR ?? ".plumbline"),
    databaseUrl,
    replicaUrl: values.DATABASE_REPLICA_URL
      ? checkDatabaseUrl(values.DATABASE_REPLICA_URL, "DATABASE_REPLICA_URL")
      : null,
    scan: {
      concurrency: values.SCAN_CONCURRENCY,
      tableTimeoutMs: values.SCAN_TABLE_TIMEOUT_MS,
      budgetMs: values.SCAN_BUDGET_MS,
    },
    supabase,
    secret: values.PLUMBLINE_SECRET ?? null,
    supabaseWrite: values.FEATURE_SUPABASE_WRITE,
    demoPassword: values.PLUMBLINE_DEMO_PASSWORD ?? null,
    trustProxy: values.PLUMBLINE_TRUST_PROXY,
  };
}
