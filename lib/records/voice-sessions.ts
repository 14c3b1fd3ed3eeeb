import { channelSession } from "./channel-session";

export const voiceSessions = channelSession({
  slug: "voice_sessions",
  title: "Voice",
  noun: "voice session",
  columns: [
    { key: "direction", label: "Direction", kind: "text" },
    { key: "duration_seconds", label: "Seconds", kind: "number", sortable: true },
    { key: "summary", label: "Summary", kind: "text" },
    { key: "call_sid", label: "Call id", kind: "text", hidden: true },
  ],
  search: ["call_sid", "summary"],
});
