import { type Config, ConfigError } from "./config";
import type { Environment } from "./schema";

const names = ["SUPABASE_URL", "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_SECRET_KEY"] as const;

/** The hosted project when it is configured, null when nothing of it is; half of it is refused. */
export function readSupabase(env: Environment): Config["supabase"] {
  const given = names.filter((name) => env[name] !== undefined);
  if (given.length === 0) return null;
  const needed = [...names, "DATABASE_URL"] as const;
  const missing = needed.filter((name) => env[name] === undefined);
  if (missing.length > 0) {
    throw new ConfigError(
      `The Supabase configuration is half done, missing is ${missing.join(", ")}: set all four, or none of the SUPABASE_ ones.`,
    );
  }
  const [url = "", publishableKey = "", secretKey = ""] = names.map((name) => env[name]);
  if (!isProjectUrl(url)) {
    throw new ConfigError("SUPABASE_URL must be the project's address, like https://abcdefgh.supabase.co.");
  }
  if (!/^(sb_publishable_|eyJ)/.test(publishableKey)) {
    throw new ConfigError(
      "SUPABASE_PUBLISHABLE_KEY must be the project's publishable key (sb_publishable_…); find it under Settings → API keys.",
    );
  }
  if (!/^(sb_secret_|eyJ)/.test(secretKey) || secretKey === publishableKey) {
    throw new ConfigError(
      "SUPABASE_SECRET_KEY must be the project's secret key (sb_secret_…); find it under Settings → API keys.",
    );
  }
  return { url: url.replace(/\/+$/, ""), publishableKey, secretKey };
}

function isProjectUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}
