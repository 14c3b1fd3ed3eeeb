import type { ColumnTarget, LinkTarget } from "@/lib/checks/target";
import type { Playbook, PlaybookStep } from "./define";

const channels = [
  { table: "web_sessions", label: "web" },
  { table: "whatsapp_sessions", label: "WhatsApp" },
  { table: "voice_sessions", label: "voice" },
  { table: "social_sessions", label: "social" },
];

const comment =
  "Foreign key to all_leads. Nullable because sessions are created before customer data is available. Set when customer profile is updated.";

const nullableLeadId = (table: string): ColumnTarget => ({
  kind: "column",
  table: { schema: "public", name: table },
  column: "lead_id",
  nullable: true,
  comment,
});

const leadOf = (table: string): LinkTarget => ({
  kind: "link",
  table: { schema: "public", name: table },
  column: "lead_id",
  parent: { schema: "public", name: "all_leads" },
  parentKey: "id",
  email: { child: "customer_email", parent: "email" },
  phone: { child: "customer_phone", parent: "phone" },
  copies: { name: "customer_name", email: "customer_email", phone: "customer_phone" },
  callingCode: "91",
});

const steps: PlaybookStep[] = [
  ...channels.map(
    ({ table, label }): PlaybookStep => ({
      id: `allow-${table}`,
      title: `Let a ${label} session begin without a lead`,
      why: "Until then every session of a customer who has not yet given a name, email or phone is refused.",
      check: "not_null_blocks_writes",
      target: nullableLeadId(table),
      repairs: ["drop-not-null"],
    }),
  ),
  ...channels.map(
    ({ table, label }): PlaybookStep => ({
      id: `link-${table}`,
      title: `Link ${label} sessions to their leads`,
      why: "These customers have since given an email or a phone, and nobody set lead_id: one lead matches, or none does and it is created from the session.",
      check: "unlinked_rows",
      target: leadOf(table),
      repairs: ["link-lead"],
    }),
  ),
  ...channels.map(
    ({ table, label }): PlaybookStep => ({
      id: `choose-${table}`,
      title: `Choose the lead of ${label} sessions that match several`,
      why: "The email belongs to one lead and the phone to another. Only a person can tell which is right.",
      check: "ambiguous_links",
      target: leadOf(table),
      repairs: ["link-lead"],
    }),
  ),
];

export const leadIdNotNull: Playbook = {
  slug: "lead-id-not-null",
  title: "Sessions cannot begin without a lead",
  summary: "lead_id is NOT NULL in the channel session tables, though a session begins before its lead is known.",
  story: [
    "A session is created before the customer has given a name, an email or a phone. A lead cannot be made without them, so the session has no lead_id to give; the column refuses to be empty, and the session is lost.",
    "The column must allow NULL. The lead is set later, when the profile is updated: with an email or a phone the lead is found or created and the session is linked to it.",
    "Where the column was nullable all along, that later step was sometimes missed: sessions whose customer is known by now still have no lead.",
  ],
  errorMessage: 'null value in column "Lead_id" of relation "web_sessions" violates not-null constraint',
  tables: ["all_leads", ...channels.map(({ table }) => table)].map((name) => ({ schema: "public", name })),
  expects: steps.map(({ check, target }) => ({ check, target })),
  steps,
  probes: [
    { code: "web-session-without-lead", decides: ["allow-web_sessions"] },
    { code: "whatsapp-session-without-lead", decides: ["allow-whatsapp_sessions"] },
    { code: "voice-session-without-lead", decides: ["allow-voice_sessions"] },
    { code: "social-session-without-lead", decides: ["allow-social_sessions"] },
  ],
  verifications: [
    {
      id: "lead-id-is-nullable",
      title: "The column is nullable",
      sql: `SELECT 
  table_name,
  column_name,
  is_nullable,
  data_type
FROM information_schema.columns
WHERE table_schema = 'public'
  AND table_name IN ('web_sessions', 'whatsapp_sessions', 'voice_sessions', 'social_sessions')
  AND column_name = 'lead_id'
ORDER BY table_name;`,
      passes: (rows) => rows.length > 0 && rows.every((row) => row.is_nullable === "YES"),
      expected: "is_nullable = 'YES' for all channel tables",
    },
  ],
};
