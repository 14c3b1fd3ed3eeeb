import type { RecordColumn, RecordDefinition, RecordSlug } from "./define";

interface Channel {
  slug: RecordSlug;
  title: string;
  noun: string;
  /** What only this channel keeps. */
  columns: readonly RecordColumn[];
  search: readonly string[];
}

/** A session of one channel: the same person, contact and lead columns, with the channel's own between. */
export function channelSession(channel: Channel): RecordDefinition {
  return {
    slug: channel.slug,
    group: "sessions",
    schema: "public",
    table: channel.slug,
    title: channel.title,
    noun: channel.noun,
    key: "id",
    heading: "customer_name",
    columns: [
      { key: "customer_name", label: "Customer", kind: "text", sortable: true, optional: true },
      { key: "customer_email", label: "Email", kind: "email", optional: true },
      { key: "customer_phone", label: "Phone", kind: "phone", optional: true },
      { key: "lead_id", label: "Lead", kind: "id", optional: true },
      { key: "status", label: "Status", kind: "status", options: ["active", "ended", "abandoned"] },
      ...channel.columns,
      { key: "created_at", label: "Created", kind: "time", sortable: true },
      { key: "updated_at", label: "Updated", kind: "time", sortable: true, hidden: true },
      { key: "metadata", label: "Metadata", kind: "json", hidden: true },
      { key: "id", label: "Session id", kind: "id", hidden: true },
    ],
    sort: { column: "created_at", direction: "desc" },
    search: ["customer_name", "customer_email", "customer_phone", ...channel.search],
    related: [{ label: "Lead", column: "lead_id", record: "all_leads", by: "id" }],
  };
}
