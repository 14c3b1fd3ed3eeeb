import { channelSession } from "./channel-session";

export const socialSessions = channelSession({
  slug: "social_sessions",
  title: "Social",
  noun: "social session",
  columns: [
    { key: "platform", label: "Platform", kind: "text" },
    { key: "handle", label: "Handle", kind: "text" },
    { key: "last_message", label: "Last message", kind: "text" },
  ],
  search: ["handle", "last_message"],
});
