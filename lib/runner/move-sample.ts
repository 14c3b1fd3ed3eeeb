import { type Kysely, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { columnSql, keyJson, tableSql, textLiteral } from "@/lib/db";
import type { SampleRow } from "@/lib/plans/types";
import type { RowMove } from "@/lib/repairs/row-plan";
import { samePairs } from "@/lib/repairs/row-values";
import { imageOf, sameKey } from "./row-sql";
import type { WorkList } from "./row-statements";
import { requireTable } from "./tables";
import type { WorkItem } from "./work-list";

const rowsOfEach = 3;

/** Some rows of each other table, as they are and as they will be when they name the row that stays. */
export async function readMoveSample(
  db: Kysely<unknown>,
  catalog: Catalog,
  list: WorkList,
  moves: readonly RowMove[],
  items: readonly WorkItem[],
): Promise<SampleRow[]> {
  const going = items.filter(({ outcome }) => outcome === "change");
  if (going.length === 0) return [];
  const given = JSON.stringify(
    going.map(({ key, choice }) => ({ key: JSON.parse(key), choice: JSON.parse(choice ?? "{}") })),
  );
  const sample: SampleRow[] = [];
  for (const { table, key, references } of moves) {
    const child = requireTable(catalog, table);
    for (const { columns, parentColumns } of references) {
      const names = sql.join(columns.map(textLiteral));
      const values = parentColumns.map((name) => sql`${columnSql("w", name)}::text`);
      const { rows } = await sql<Pick<SampleRow, "key" | "before" | "after">>`
        select
          ${keyJson("c", key)} as key,
          ${imageOf(child, "c")} as before,
          ${imageOf(child, "c")} || jsonb_object(array[${names}], array[${sql.join(values)}]::text[]) as after
        from jsonb_to_recordset(${given}::jsonb) as i (key jsonb, choice jsonb)
        join ${tableSql(list.table)} as t on ${sameKey(list.table, list.key, "t", sql`i.key`)}
        join ${tableSql(list.table)} as w on ${sameKey(list.table, list.key, "w", sql`(i.choice -> 'to')`)}
        join ${tableSql(child)} as c on ${samePairs("c", columns, "t", parentColumns)}
        limit ${rowsOfEach}
      `.execute(db);
      sample.push(...rows.map((row): SampleRow => ({ ...row, outcome: "change", reason: null })));
    }
  }
  return sample;
}
