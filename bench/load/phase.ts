import { createKey } from "@/lib/api-keys/create-key";
import { openableScopes } from "@/lib/api-keys/scopes";
import type { Context } from "@/lib/auth/context";
import { callerOf, type Journey } from "./call";
import { drive } from "./drive";
import { channelSessions } from "./journeys/channel-sessions";
import { conversations } from "./journeys/conversations";
import { customerSessions } from "./journeys/customer-sessions";
import { purchases } from "./journeys/purchases";
import { compareBooks, type KeptRecords, keptRecords } from "./kept-records";
import type { Ledger } from "./ledger";
import { prepareWorld, type World } from "./world";

const journeys: ((world: World) => Journey)[] = [purchases, conversations, customerSessions, channelSessions];

interface PhaseOptions {
  baseUrl: string;
  /** An admin of the server's database, to make the key. */
  admin: Context;
  callers: number;
  seconds: number;
}

export interface Phase {
  ledger: Ledger;
  kept: KeptRecords;
  seconds: number;
  /** What error_logs has and the callers were not told, or the other way round. */
  differences: string[];
}

/** Every write route at once, for a while, and then the two sides' books. */
export async function runPhase({ baseUrl, admin, callers, seconds }: PhaseOptions): Promise<Phase> {
  const { pool } = admin.engine;
  const made = await createKey(admin, { name: `Load ${Date.now()}`, scopes: openableScopes, ratePerMinute: 1_000_000 });
  const world = await prepareWorld(pool, callers);
  const since = new Date().toISOString();
  const began = performance.now();
  const ledger = await drive({
    send: callerOf(baseUrl, made.key),
    callers,
    durationMs: seconds * 1000,
    begin: (caller) => (journeys[caller % journeys.length] ?? purchases)(world),
  });
  const kept = await keptRecords(pool, since);
  return {
    ledger,
    kept,
    seconds: (performance.now() - began) / 1000,
    differences: compareBooks(ledger, kept),
  };
}
