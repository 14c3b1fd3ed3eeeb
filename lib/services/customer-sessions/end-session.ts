import type { z } from "zod";
import { findSession, refuseExpired } from "./find-session";
import { toSession } from "./session-row";
import type { FoundSession } from "./session-schema";
import type { SessionStore } from "./session-store";

/** Logs the customer out on every channel. A request that comes again finds it done. */
export async function endSession(
  store: SessionStore,
  token: string | undefined,
): Promise<z.infer<typeof FoundSession>> {
  const row = await findSession(store, token);
  await refuseExpired(store, row);
  const change = { status: "logged_out", last_activity: new Date().toISOString() } as const;
  if (row.status !== "active") return { session: toSession(row) };
  const ended = await store.change(row.session_id, change);
  return { session: toSession(ended ?? (await findSession(store, token))) };
}
