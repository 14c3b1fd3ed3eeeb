import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { findSession, refuseExpired } from "./find-session";
import { toSession } from "./session-row";
import type { FoundSession } from "./session-schema";
import type { SessionStore } from "./session-store";

/** Activity is kept to the minute: a write for each look would cost more than the look. */
const restMs = 60_000;

/** The session of the token while it is active, on whatever channel it was begun. */
export async function getSession(
  store: SessionStore,
  token: string | undefined,
): Promise<z.infer<typeof FoundSession>> {
  const row = await findSession(store, token);
  await refuseExpired(store, row);
  if (row.status !== "active") throw loggedOut();
  if (Date.now() - Date.parse(row.last_activity) < restMs) return { session: toSession(row) };
  const seen = await store.change(row.session_id, { last_activity: new Date().toISOString() });
  if (!seen) throw loggedOut();
  return { session: toSession(seen) };
}

function loggedOut(): AppError {
  return new AppError(
    "unauthenticated",
    "The customer has logged out of this session. Start another with POST /api/session/start.",
  );
}
