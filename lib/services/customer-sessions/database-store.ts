import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isAbsent, readFailure } from "@/lib/records/read-failure";
import { recordDefinition } from "@/lib/records/registry";
import { dropped, failedSave } from "../failed-save";
import { maskSecrets } from "../mask-secrets";
import { readAnswer } from "../read-answer";
import type { SaveFailure } from "../record-failure";
import type { ServicesContext } from "../services-context";
import { SessionRow, sessionColumns } from "./session-row";
import type { SessionStore } from "./session-store";

const table = "sessions";
const lifetimeDays = 30;

const Started = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["created", "restored"]), session: SessionRow }),
  z.object({ outcome: z.literal("no_phone") }),
]);

/** Every session is a row of public.sessions. What cannot be saved is in error_logs, in the documents' words. */
export function databaseStore(context: ServicesContext): SessionStore {
  const { client } = context;
  const find = async (sessionId: string) => {
    const { data, error } = await client.from(table).select(sessionColumns).eq("session_id", sessionId).maybeSingle();
    if (error && isAbsent(error)) throw new AppError("not_found", "This database has no table public.sessions.");
    if (error) throw readFailure(recordDefinition(table), error);
    return data === null ? null : readAnswer(SessionRow, data, "A session");
  };
  const failed = (record: Record<string, unknown>, status: number, failure: SaveFailure) => {
    const body = JSON.stringify({ code: failure.code, message: failure.message });
    const message = `[SUPABASE] ❌ SAVE FAILED: Status=${status}, Body=${body}, Record=${JSON.stringify(maskSecrets(record))}`;
    return failedSave(context, "The session", { table, record, status, failure, type: "SAVE_FAILED", message });
  };
  return {
    isPersistent: true,
    start: async (session) => {
      const { phone, channel, customer_id, session_token, metadata = {} } = session;
      const { data, error, status } = await client.rpc("plumbline_start_session", {
        phone,
        channel,
        customer: customer_id,
        token: session_token,
        metadata: JSON.stringify(metadata),
        days: lifetimeDays,
      });
      if (error) throw await failed({ ...session, status: "active" }, status, error);
      const started = readAnswer(Started, data, "plumbline_start_session");
      if (started.outcome === "no_phone") return null;
      return { isRestored: started.outcome === "restored", row: started.session };
    },
    find,
    change: async (sessionId, change) => {
      const { data, error, status } = await client
        .from(table)
        .update(change)
        .eq("session_id", sessionId)
        .eq("status", "active")
        .select(sessionColumns)
        .maybeSingle();
      const record = { session_id: sessionId, ...change };
      if (error) throw await failed(record, status, error);
      if (data !== null) return readAnswer(SessionRow, data, "A session");
      if ((await find(sessionId))?.status === "active") throw await failed(record, status, dropped);
      return null;
    },
  };
}
