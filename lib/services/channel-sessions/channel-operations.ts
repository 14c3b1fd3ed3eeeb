import { z } from "zod";
import { defineOperation } from "@/lib/api/operation";
import { ChannelName, channelDetails } from "./channels";
import { CreatedSession, LinkedSession, ProfileInput, SessionParams } from "./session-schema";

const missing = "There is no such session, or the database has no table of this channel or of leads.";
const refused = "The database refused it: nothing was saved, and error_logs has the record.";

/** What any channel tells; of which channel it is, the verb asks. */
const AnyDetails = z.strictObject(
  Object.assign({}, ...Object.values(channelDetails).map(({ shape }) => shape)) as Record<string, z.ZodType>,
);

export const createChannelSessionOperation = defineOperation({
  id: "createChannelSession",
  method: "post",
  path: "/api/channels/{channel}/sessions",
  scope: "channels:write",
  summary: "Begin a session before anything is known of the customer, so without a lead.",
  params: z.object({ channel: ChannelName }),
  body: AnyDetails.meta({ description: "All of it may be left out; a channel takes what is its own." }),
  output: CreatedSession,
  status: 201,
  refusals: { not_found: "The database has no table of this channel.", refused },
});

export const updateSessionProfileOperation = defineOperation({
  id: "updateSessionProfile",
  method: "patch",
  path: "/api/channels/{channel}/sessions/{session}/profile",
  scope: "channels:write",
  summary:
    "Keep what the customer said of themselves, and link the session to their lead, which is made if there is none.",
  params: SessionParams,
  body: ProfileInput,
  output: LinkedSession,
  refusals: { not_found: missing, refused },
});

export const ensureAllLeadsOperation = defineOperation({
  id: "ensureAllLeads",
  method: "post",
  path: "/api/channels/{channel}/sessions/{session}/lead",
  scope: "channels:write",
  summary: "Find or make the lead of what is known of the session's customer. Asked again, it says the same.",
  params: SessionParams,
  output: LinkedSession,
  refusals: { not_found: missing, refused },
});

export const channelOperations = [
  createChannelSessionOperation,
  updateSessionProfileOperation,
  ensureAllLeadsOperation,
];
