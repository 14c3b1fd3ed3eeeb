import { z } from "zod";

/** Where each channel keeps its sessions. */
export const channelTables = {
  web: "web_sessions",
  whatsapp: "whatsapp_sessions",
  voice: "voice_sessions",
  social: "social_sessions",
} as const;

export type ChannelName = keyof typeof channelTables;

export const ChannelName = z.enum(Object.keys(channelTables) as [ChannelName, ...ChannelName[]]);

const text = (maxLength: number) => z.string().trim().min(1).max(maxLength).optional();
const metadata = z.record(z.string().max(100), z.json()).optional();

/** What is known when a session begins: how the customer came, and never who they are. */
export const channelDetails = {
  web: z.strictObject({ landing_page: text(2000), referrer: text(2000), device: text(200), metadata }),
  whatsapp: z.strictObject({ wa_id: text(100), last_message: text(4096), metadata }),
  voice: z.strictObject({ call_sid: text(100), direction: z.enum(["inbound", "outbound"]).optional(), metadata }),
  social: z.strictObject({ platform: text(50), handle: text(100), last_message: text(4096), metadata }),
} satisfies Record<ChannelName, z.ZodObject>;
