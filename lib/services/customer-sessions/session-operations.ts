import { defineOperation } from "@/lib/api/operation";
import { FoundSession, StartedSession, StartSessionInput, TokenHeaders } from "./session-schema";

const unauthenticated = "There is no session with this token, it has expired, or the customer has logged out of it.";
const absent = "The database has no table of sessions.";

export const startSessionOperation = defineOperation({
  id: "startSession",
  method: "post",
  path: "/api/session/start",
  scope: "sessions:write",
  summary: "Sign a customer in: into their active session with this phone, on whatever channel it began, or a new one.",
  body: StartSessionInput,
  output: StartedSession,
  refusals: { not_found: absent, refused: "The database refused the session: error_logs has the record." },
});

export const getSessionOperation = defineOperation({
  id: "getSession",
  method: "get",
  path: "/api/session",
  scope: "sessions:read",
  summary: "Read the session of a token while it is active.",
  headers: TokenHeaders,
  output: FoundSession,
  refusals: { unauthenticated, not_found: absent, refused: "The database refused to note when it was last used." },
});

export const endSessionOperation = defineOperation({
  id: "endSession",
  method: "post",
  path: "/api/session/end",
  scope: "sessions:write",
  summary: "Log the customer out, on every channel. Asked again, it says the same.",
  headers: TokenHeaders,
  output: FoundSession,
  refusals: { unauthenticated, not_found: absent, refused: "The database refused it: error_logs has the record." },
});

export const sessionOperations = [startSessionOperation, getSessionOperation, endSessionOperation];
