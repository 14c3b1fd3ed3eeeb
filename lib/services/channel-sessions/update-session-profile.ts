import type { ServicesContext } from "../services-context";
import type { ChannelName } from "./channels";
import { saveProfile } from "./save-profile";
import { type LinkedSession, ProfileInput } from "./session-schema";

/** Keeps what the customer has said of themselves, and links the session to its lead as soon as that can be told. */
export async function updateSessionProfile(
  context: ServicesContext,
  { channel, session }: { channel: ChannelName; session: string },
  input: unknown,
): Promise<LinkedSession> {
  return saveProfile(context, { channel, session, profile: ProfileInput.parse(input) });
}
