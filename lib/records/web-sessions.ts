import { channelSession } from "./channel-session";

export const webSessions = channelSession({
  slug: "web_sessions",
  title: "Web",
  noun: "web session",
  columns: [
    { key: "landing_page", label: "Landing page", kind: "text" },
    { key: "device", label: "Device", kind: "text" },
    { key: "referrer", label: "Referrer", kind: "text", hidden: true, optional: true },
  ],
  search: ["landing_page"],
});
