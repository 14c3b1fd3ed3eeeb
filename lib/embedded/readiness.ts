import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { databaseAddress } from "./address";

export interface AcceptsOptions {
  port: number;
  password: string;
  signal: AbortSignal;
}

/** True once the server answers. After a crash it first replays its log, which takes as long as it takes. */
export async function accepts({ port, password, signal }: AcceptsOptions): Promise<boolean> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: databaseAddress({ port, password, database: "postgres" }) });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if (!isStarting(error)) throw error;
    }
    await sleep(25);
  }
  return false;
}

function isStarting(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "57P03";
}
