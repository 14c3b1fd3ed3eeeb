import { z } from "zod";
import type { CustomerSession } from "./session-schema";

const text = z.coerce.string();
const hashes = z.record(z.string(), z.string());

/** A row of public.sessions, in which customer_id may still be a number. */
export const SessionRow = z.object({
  session_id: text,
  customer_id: text,
  phone: text,
  channel: z.string().nullable(),
  session_token: z.string().nullable(),
  status: z.string(),
  created_at: z.string(),
  last_activity: z.string(),
  expires_at: z.string().nullable(),
  metadata: z
    .looseObject({ channel_tokens: hashes.optional().catch(undefined) })
    .nullable()
    .catch(null),
});
export type SessionRow = z.infer<typeof SessionRow>;

export const sessionColumns = Object.keys(SessionRow.shape).join(",");

/** What the caller may see of it: no hash of any token. */
export function toSession({ session_token: _own, metadata, ...row }: SessionRow): CustomerSession {
  const { channel_tokens: _others, ...rest } = metadata ?? {};
  return { ...row, metadata: rest };
}

/** Of every channel on which the session is open. */
export function tokenHashesOf({ session_token, metadata }: SessionRow): string[] {
  return [session_token, ...Object.values(metadata?.channel_tokens ?? {})].filter((hash) => hash !== null);
}
