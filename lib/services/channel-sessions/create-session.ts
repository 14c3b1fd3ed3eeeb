import type { z } from "zod";
import { failedSave } from "../failed-save";
import { readAnswer } from "../read-answer";
import type { ServicesContext } from "../services-context";
import { type ChannelName, channelDetails, channelTables } from "./channels";
import { ChannelSession, type CreatedSession } from "./session-schema";

const columns = Object.keys(ChannelSession.shape).join(",");

/** Begins a session of a customer who is not known yet, so it has no lead. */
export async function createChannelSession(
  context: ServicesContext,
  channel: ChannelName,
  input: unknown,
): Promise<z.infer<typeof CreatedSession>> {
  const details: Record<string, unknown> = { metadata: {}, ...channelDetails[channel].parse(input) };
  const table = channelTables[channel];
  const { data, error, status } = await context.client.from(table).insert(details).select(columns).single();
  if (error) throw await failedSave(context, "The session", { table, record: details, status, failure: error });
  return { session: readAnswer(ChannelSession, data, `The session of ${table}`) };
}
