/** How a value is shown, and which questions can be asked of it. */
export type ColumnKind = "text" | "id" | "time" | "number" | "money" | "status" | "json" | "email" | "phone";

export interface RecordColumn {
  key: string;
  label: string;
  kind: ColumnKind;
  sortable?: true;
  /** Left out of the table until asked for. */
  hidden?: true;
  /** May be asked for "is empty" and "has a value". */
  optional?: true;
  /** The values that a status has, as documented; others may occur. */
  options?: readonly string[];
}

/** Where another record is to be found. */
export interface RelatedRecords {
  label: string;
  /** The column of this record that names the other. */
  column: string;
  record: RecordSlug;
  /** The column there; the other's key when there is one, several otherwise. */
  by: string;
}

export interface SortOrder {
  column: string;
  direction: "asc" | "desc";
}

export interface RecordDefinition {
  slug: RecordSlug;
  group: RecordGroup;
  schema: "public";
  table: string;
  /** "Web sessions": the tab, and the name of the list. */
  title: string;
  /** "web session" */
  noun: string;
  key: string;
  /** The column that names the record to a person, shown as the sheet's title. */
  heading: string;
  columns: readonly RecordColumn[];
  sort: SortOrder;
  /** Text looked into: columns, or one path into JSON, `content->>text`. */
  search: readonly string[];
  /** Numbers and the like, found only whole. */
  searchWhole?: readonly string[];
  related: readonly RelatedRecords[];
  /** The column that holds the conversation whose messages are shown as a transcript. */
  transcript?: string;
}

export const recordGroups = ["sessions", "leads", "purchases", "conversations"] as const;
export type RecordGroup = (typeof recordGroups)[number];

export const recordSlugs = [
  "web_sessions",
  "whatsapp_sessions",
  "voice_sessions",
  "social_sessions",
  "sessions",
  "all_leads",
  "leads",
  "lead_purchases",
  "orders",
  "conversation_sessions",
  "chat_messages_v2",
  "conversations",
  "chat_messages",
] as const;
export type RecordSlug = (typeof recordSlugs)[number];
