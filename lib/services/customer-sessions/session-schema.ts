import { z } from "zod";
import { Phone } from "../phone-schema";

export const StartSessionInput = z.strictObject({
  phone: Phone,
  channel: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, "Write the channel in small letters, like chat, kiosk or whatsapp"),
  customer_id: z
    .string({ error: 'Write it as text, in quotes like "0103": a number would lose its zeros' })
    .trim()
    .min(1)
    .max(100),
  metadata: z
    .record(z.string().max(100), z.json())
    .refine((metadata) => !Object.hasOwn(metadata, "channel_tokens"), {
      message: "channel_tokens is Plumbline's own: choose another name",
    })
    .optional()
    .meta({ description: "Kept with a new session. The name `channel_tokens` is Plumbline's own." }),
});
export type StartSessionInput = z.infer<typeof StartSessionInput>;

export const TokenHeaders = z.object({
  "x-session-token": z.string().max(200).optional().meta({ description: "As `session_token` of the start gave it." }),
});

export const CustomerSession = z.object({
  session_id: z.string(),
  customer_id: z.string(),
  phone: z.string(),
  channel: z.string().nullable(),
  status: z.string().meta({ description: "active, logged_out or expired." }),
  created_at: z.string(),
  last_activity: z.string(),
  expires_at: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
});
export type CustomerSession = z.infer<typeof CustomerSession>;

export const StartedSession = z.object({
  session_token: z.string().meta({ description: "Shown this once: only its hash is kept." }),
  session: CustomerSession,
  restored: z
    .boolean()
    .meta({ description: "True where the customer had an active session with this phone, on whatever channel." }),
  persisted: z.boolean().meta({ description: "False while FEATURE_SUPABASE_WRITE is off: nothing was written." }),
});
export type StartedSession = z.infer<typeof StartedSession>;

export const FoundSession = z.object({ session: CustomerSession });
