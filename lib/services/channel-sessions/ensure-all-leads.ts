import type { ServicesContext } from "../services-context";
import type { ChannelName } from "./channels";
import { saveProfile } from "./save-profile";
import type { LinkedSession } from "./session-schema";

/** Finds or creates the row of all_leads for what is known of the session's customer, and links the session to it. */
export async function ensureAllLeads(
  context: ServicesContext,
  { channel, session }: { channel: ChannelName; session: string },
): Promise<LinkedSession> {
  return saveProfile(context, { channel, session, profile: {} });
}
