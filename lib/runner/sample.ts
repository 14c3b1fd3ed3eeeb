import { type Kysely, type RawBuilder, sql } from "kysely";
import { tableSql, textLiteral } from "@/lib/db";
import type { SampleRow } from "@/lib/plans/types";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { typeOf } from "@/lib/repairs/row-values";
import type { ListedItems } from "./listed-items";
import { imageOf, sameKey } from "./row-sql";
import type { WorkList } from "./row-statements";
import type { Outcome, WorkItem } from "./work-list";

type Image = Record<string, string | null>;
const sizes: Record<Outcome, number> = { change: 14, unchanged: 3, skip: 3 };

/** Up to twenty rows before → after: mostly those that change, and some of each other kind. */
export async function readSample(
  db: Kysely<unknown>,
  list: WorkList,
  plan: RowPlan,
  { few: items, created }: Pick<ListedItems, "few" | "created">,
): Promise<SampleRow[]> {
  const chosen = (Object.keys(sizes) as Outcome[]).flatMap((outcome) =>
    items
      .filter((item) => item.outcome === outcome)
      .slice(0, sizes[outcome] - (outcome === "change" ? created.length : 0)),
  );
  if (chosen.length === 0) return [];
  const { rows } = await sql<{ position: number; before: Image; after: Image | null }>`
    select i.position, ${imageOf(list.table, "t")} as before, ${afterImage(list, plan)} as after
    from jsonb_to_recordset(${JSON.stringify(chosen.map(toRecord))}::jsonb) as i (position integer, plan_id uuid, key jsonb, choice jsonb)
    join ${tableSql(list.table)} as t on ${sameKey(list.table, list.key, "t", sql`i.key`)}
  `.execute(db);
  const found = new Map(rows.map((row) => [row.position, row]));
  const existing = chosen.map(({ key, outcome, reason }, position): SampleRow => {
    const before = found.get(position)?.before ?? null;
    const after = outcome === "change" ? (found.get(position)?.after ?? null) : before;
    return { key: JSON.parse(key), outcome, reason, before, after };
  });
  return [...created, ...existing];
}

function toRecord({ key, choice }: WorkItem, position: number) {
  return { position, plan_id: null, key: JSON.parse(key), choice: choice === null ? null : JSON.parse(choice) };
}

function afterImage({ planId, table }: WorkList, { change, shown = {} }: RowPlan): RawBuilder<unknown> {
  if (change.kind === "delete") return sql`null::jsonb`;
  const before = imageOf(table, "t");
  if (change.kind === "none") return before;
  const set = change.set(planId);
  const names = Object.keys(set);
  const values = names.map((name) => shown[name] ?? sql`(${set[name]})::${typeOf(table, name)}::text`);
  return sql`${before} || jsonb_object(array[${sql.join(names.map((name) => textLiteral(name)))}], array[${sql.join(values)}]::text[])`;
}
