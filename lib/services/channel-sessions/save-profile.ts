import { z } from "zod";
import { AppError } from "@/lib/errors";
import { callFunction } from "../call-function";
import { notAPhone } from "../phone-schema";
import type { ServicesContext } from "../services-context";
import { type ChannelName, channelTables } from "./channels";
import { ChannelSession, type LinkedSession, leadOutcomes } from "./session-schema";

interface Saving {
  channel: ChannelName;
  session: string;
  profile: { name?: string; email?: string; phone?: string };
}

const Answer = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(leadOutcomes), session: ChannelSession }),
  z.object({ outcome: z.enum(["absent", "no_phone"]) }),
]);

/** The profile and its lead are saved together or not at all; an empty profile only looks for the lead. */
export async function saveProfile(
  context: ServicesContext,
  { channel, session, profile }: Saving,
): Promise<LinkedSession> {
  const answer = await callFunction(context, {
    what: "The profile",
    table: channelTables[channel],
    record: { id: session, ...profile },
    name: "plumbline_save_profile",
    parameters: {
      channel,
      session,
      name: profile.name ?? null,
      email: profile.email ?? null,
      phone: profile.phone ?? null,
      caller: context.name,
    },
    answer: Answer,
  });
  switch (answer.outcome) {
    case "absent":
      throw new AppError("not_found", `There is no session ${session} in ${channelTables[channel]}.`);
    case "no_phone":
      throw notAPhone();
    default:
      return { session: answer.session, lead: answer.outcome };
  }
}
