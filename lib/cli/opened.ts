import type { Config } from "@/lib/config";
import type { EmbeddedServer } from "@/lib/demo/demo-database";
import type { Secrets } from "@/lib/embedded/secrets";

/** A database that is ready to be connected to. */
export interface OpenDatabase {
  /** With the address and the secret filled in. */
  config: Config;
  /** Null for a database that was given. */
  embedded: { server: EmbeddedServer; secrets: Secrets } | null;
  /** Ends when a PostgreSQL of ours ends, whoever ended it; null when there is none of ours. */
  ended: Promise<void> | null;
  close(): Promise<void>;
}
