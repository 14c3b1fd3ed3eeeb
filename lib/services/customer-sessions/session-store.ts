import type { SessionRow } from "./session-row";
import type { StartSessionInput } from "./session-schema";

export interface NewSession extends StartSessionInput {
  /** The hash, never the token. */
  session_token: string;
}

/** Where sessions are kept: in public.sessions, or in this process while nothing may be written. */
export interface SessionStore {
  isPersistent: boolean;
  /** The active session of this customer and phone, or a new one; null where the phone is none. */
  start(session: NewSession): Promise<{ isRestored: boolean; row: SessionRow } | null>;
  find(sessionId: string): Promise<SessionRow | null>;
  /** What it is afterwards; null where it was not active any more. */
  change(sessionId: string, change: SessionChange): Promise<SessionRow | null>;
}

export interface SessionChange {
  status?: "logged_out" | "expired";
  last_activity?: string;
}
