import { App } from "@supabase/lite";
import { getConfig } from "@/lib/config";
import { deriveKeys } from "./keys";
import { createLiteConnection } from "./lite-connection";
import { withPlainValues } from "./plain-values";
import { withSchemaRefresh } from "./schema-refresh";

export interface LiteApp {
  fetch: typeof fetch;
  close(): Promise<void>;
}

export interface LiteOptions {
  databaseUrl: string;
  secret: string;
  /** Only for making users from the command line; the server never takes sign-ups. */
  allowSignUp?: boolean;
  maxConnections?: number;
}

/** The Supabase API in this process. It checks keys but no row rights, so it must never be mounted on a public route. */
export function createLiteApp({ databaseUrl, secret, allowSignUp = false, maxConnections = 5 }: LiteOptions): LiteApp {
  const keys = deriveKeys(secret);
  const connection = createLiteConnection(databaseUrl, maxConnections);
  const app = new App({
    connection,
    api: { enabled: true, schemas: ["public"] },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      enable_signup: allowSignUp,
      minimum_password_length: 10,
    },
    db: { migrations: { enabled: false } },
    options: { server: { disableStudio: true } },
  });
  return {
    fetch: withSchemaRefresh(
      async (request) => app.fetch(withPlainValues(request)),
      () => connection.clearSchemaCache(),
    ),
    close: () => connection.close(),
  };
}

// Next bundles this module more than once in a process; the symbol makes them share one.
const slot = Symbol.for("plumbline.lite");
const shared = globalThis as { [slot]?: LiteApp };

export function getLiteApp(): LiteApp {
  const { databaseUrl, secret } = getConfig();
  if (!databaseUrl || !secret)
    throw new Error("No database is known to this process. Start Plumbline with `npm start`.");
  shared[slot] ??= createLiteApp({ databaseUrl, secret });
  return shared[slot];
}

/** Null where the Supabase API is a hosted one, or was not used yet. */
export function openLiteApp(): LiteApp | null {
  return shared[slot] ?? null;
}
