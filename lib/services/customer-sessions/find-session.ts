import { AppError } from "@/lib/errors";
import { type SessionRow, tokenHashesOf } from "./session-row";
import type { SessionStore } from "./session-store";
import { isSecretOf, readToken } from "./session-token";

const howTo = "Start one with POST /api/session/start.";

/** The session that the token opens, whatever its state. That there is one, and none for this token, reads alike. */
export async function findSession(store: SessionStore, token: string | undefined): Promise<SessionRow> {
  if (!token) throw new AppError("unauthenticated", "Send the session's token in the header X-Session-Token.");
  const given = readToken(token);
  const row = given && (await store.find(given.sessionId));
  if (!given || !row || !isSecretOf(given.secret, tokenHashesOf(row))) {
    throw new AppError("unauthenticated", `There is no session with this token. ${howTo}`);
  }
  return row;
}

/** Ends it where its time has passed. */
export async function refuseExpired(store: SessionStore, row: SessionRow): Promise<void> {
  const isOver = row.expires_at !== null && Date.parse(row.expires_at) <= Date.now();
  if (row.status === "active" && isOver) await store.change(row.session_id, { status: "expired" });
  if (row.status === "expired" || (row.status === "active" && isOver)) {
    throw new AppError("unauthenticated", `This session expired at ${row.expires_at}. ${howTo}`);
  }
}
