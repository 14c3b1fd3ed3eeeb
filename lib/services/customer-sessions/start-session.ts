import { log } from "@/lib/log";
import { notAPhone } from "../phone-schema";
import { toSession } from "./session-row";
import { type StartedSession, StartSessionInput } from "./session-schema";
import type { SessionStore } from "./session-store";
import { hashSecret, newSecret, writeToken } from "./session-token";

/** Signs a customer in on a channel: into the active session of the same phone and customer, or into a new one. */
export async function startSession(store: SessionStore, input: unknown): Promise<StartedSession> {
  const wanted = StartSessionInput.parse(input);
  const secret = newSecret();
  const started = await store.start({ ...wanted, session_token: hashSecret(secret) });
  if (!started) throw notAPhone();
  const session = toSession(started.row);
  const { customer_id, phone, session_id } = session;
  const where = store.isPersistent ? "[SUPABASE] ✅ Session saved" : "[CREATE_SESSION] ✅ SUCCESS (Memory)";
  log.info({ session_id, restored: started.isRestored }, `${where}: customer_id=${customer_id}, phone=${phone}`);
  return {
    session_token: writeToken({ sessionId: session_id, secret }),
    session,
    restored: started.isRestored,
    persisted: store.isPersistent,
  };
}
