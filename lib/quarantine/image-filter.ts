import { type RawBuilder, sql } from "kysely";
import { z } from "zod";

const instant = z.iso.datetime({ offset: true, error: "Give the time in full, like 2026-11-21T10:00:00Z." });

/** What quarantine can be searched by. */
export const ImageFilter = z.object({
  /** "orders" or "public.orders". */
  table: z.string().max(130).nullish(),
  run: z.uuid("This is not the id of a run.").nullish(),
  /** The value of a column of the key. */
  key: z.string().max(1_000).nullish(),
  /** Somewhere in a value, before or after. */
  text: z.string().max(200).nullish(),
  change: z.enum(["insert", "update", "delete"]).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
});
export type ImageFilter = z.infer<typeof ImageFilter>;

/** What an image, `q`, must be. */
export function fits({ table, key, text, change, from, to }: ImageFilter): RawBuilder<unknown> {
  const conditions = [
    ...(table ? [inTable(table)] : []),
    ...(key ? [sql`exists (select from jsonb_each_text(q.key) as k where k.value = ${key})`] : []),
    ...(text ? [sql`(${holds(sql`q.before`, text)} or ${holds(sql`q.after`, text)})`] : []),
    ...(change ? [sql`q.change = ${change}`] : []),
    ...(from ? [sql`q.created_at >= ${from}::timestamptz`] : []),
    ...(to ? [sql`q.created_at <= ${to}::timestamptz`] : []),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function inTable(label: string): RawBuilder<unknown> {
  const dot = label.indexOf(".");
  if (dot < 1) return sql`q.table_name = ${label}`;
  return sql`q.schema_name = ${label.slice(0, dot)} and q.table_name = ${label.slice(dot + 1)}`;
}

// Value by value: the JSON around them would hide a quote or a line break that somebody looks for.
function holds(image: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`exists (select from jsonb_each_text(coalesce(${image}, '{}')) as v where v.value ilike ${pattern})`;
}
