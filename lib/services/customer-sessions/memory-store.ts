import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { readAnswer } from "../read-answer";
import type { ServicesContext } from "../services-context";
import type { SessionRow } from "./session-row";
import type { SessionStore } from "./session-store";

const lifetimeMs = 30 * 86_400_000;
const maxRemembered = 10_000;

// Next bundles this module more than once in a process; the symbol makes them share the sessions.
const slot = Symbol.for("plumbline.unwritten-sessions");
const shared = globalThis as { [slot]?: Map<string, SessionRow> };

/**
 * Sessions of this process, while FEATURE_SUPABASE_WRITE is off. They end with it, another process does not know them, and the
 * oldest make room for new ones.
 */
export function memoryStore(context: ServicesContext): SessionStore {
  shared[slot] ??= new Map();
  const rows = shared[slot];
  return {
    isPersistent: false,
    start: async ({ phone, channel, customer_id, session_token, metadata = {} }) => {
      const number = await normalPhone(context, phone);
      if (number === null) return null;
      const last_activity = new Date().toISOString();
      const active = [...rows.values()].find(
        (row) =>
          row.status === "active" && row.phone === number && row.customer_id === customer_id && !isOver(row.expires_at),
      );
      if (active) {
        const channel_tokens = { ...active.metadata?.channel_tokens, [channel]: session_token };
        const row =
          active.channel === channel
            ? { ...active, last_activity, session_token }
            : { ...active, last_activity, metadata: { ...active.metadata, channel_tokens } };
        rows.set(row.session_id, row);
        return { isRestored: true, row };
      }
      const row: SessionRow = {
        session_id: randomUUID(),
        customer_id,
        phone: number,
        channel,
        session_token,
        status: "active",
        created_at: last_activity,
        last_activity,
        expires_at: new Date(Date.now() + lifetimeMs).toISOString(),
        metadata,
      };
      const [oldest] = rows.keys();
      if (oldest !== undefined && rows.size >= maxRemembered) rows.delete(oldest);
      rows.set(row.session_id, row);
      return { isRestored: false, row };
    },
    find: async (sessionId) => rows.get(sessionId) ?? null,
    change: async (sessionId, change) => {
      const row = rows.get(sessionId);
      if (row?.status !== "active") return null;
      const changed = { ...row, ...change };
      rows.set(sessionId, changed);
      return changed;
    },
  };
}

/** Reading is not turned off, and who somebody is has to be told as it will be once writing is on again. */
async function normalPhone({ client }: ServicesContext, phone: string): Promise<string | null> {
  const { data, error } = await client.rpc("plumbline_normal_phone", { value: phone });
  if (error) throw new AppError("unavailable", "The database could not be asked. Try again.", { cause: error });
  return readAnswer(z.string().nullable(), data, "plumbline_normal_phone");
}

function isOver(expiresAt: string | null): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}
