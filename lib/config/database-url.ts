import { ConfigError } from "./config";

const example = "postgres://user:password@host:5432/database";

/** The address as given when it can be used. The sentence never repeats it: it holds a password. */
export function checkDatabaseUrl(value: string, name = "DATABASE_URL"): string {
  const url = parse(value, name);
  if (!["postgres:", "postgresql:"].includes(url.protocol)) {
    throw new ConfigError(`${name} must begin with postgres://, like ${example}.`);
  }
  if (url.hostname === "") throw new ConfigError(`${name} names no host; it looks like ${example}.`);
  if (url.pathname.length < 2) throw new ConfigError(`${name} names no database; it looks like ${example}.`);
  if (!isDecodable(url.pathname)) {
    throw new ConfigError(`${name} names a database with a % that is not escaped: write it as %25.`);
  }
  if (url.hostname.endsWith(".pooler.supabase.com") && url.port === "6543") {
    throw new ConfigError(
      `${name} is Supabase's transaction pooler (port 6543), which gives every transaction another connection: what Plumbline sets for a connection would be lost there, or meet other people. Use the session pooler (port 5432) or the direct connection.`,
    );
  }
  return value;
}

function parse(value: string, name: string): URL {
  if (URL.canParse(value)) return new URL(value);
  throw new ConfigError(
    `${name} is not an address; it looks like ${example}. Write special characters of the password as %40, %2F and so on.`,
  );
}

/** Every % of it begins an escape that stands for a text. */
export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
