import { randomInt, randomUUID } from "node:crypto";
import type { Call, Journey } from "../call";
import { chance } from "../world";

/** A customer signs in, goes on over another channel, and sometimes logs out. Their numbers are text, as the documents ask. */
export function* customerSessions(): Journey {
  const phone = `+9198${randomInt(10_000_000, 99_999_999)}`;
  const customer_id = chance(0.5)
    ? `K-${randomUUID().slice(0, 8)}`
    : String(randomInt(100_000, 9_999_999)).padStart(8, "0");
  const begun = yield start({ phone, customer_id, channel: "chat" });
  if (begun.status >= 400) return;
  yield start({ phone, customer_id, channel: "whatsapp" });
  const headers = { "x-session-token": String(begun.body.session_token) };
  yield { operation: "getSession", method: "GET", path: "/api/session", headers };
  if (chance(0.5)) yield { operation: "endSession", method: "POST", path: "/api/session/end", headers };
}

function start(body: Record<string, string>): Call {
  return { operation: "startSession", method: "POST", path: "/api/session/start", body };
}
