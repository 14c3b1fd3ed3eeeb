import { type Kysely, sql } from "kysely";
import { missingColumn } from "@/lib/catalog/equivalents";
import type { Catalog, UndeclaredReference } from "@/lib/catalog/types";
import { isInForce, readSuggestions, unmeasuredOf } from "@/lib/references/suggestion-row";

/** The undeclared references that the next scan will check or try to, as far as is known without looking at any row. */
export async function undeclaredInForce(db: Kysely<unknown>, catalog: Catalog): Promise<UndeclaredReference[]> {
  const suggestions = await readSuggestions(db, sql`true`);
  return suggestions
    .flatMap((row) => (isInForce(row) ? [row.reference] : unmeasuredOf(row)))
    .filter(({ table, columns, parent, parentColumns }) => {
      const [child, named] = [catalog.find(table), catalog.find(parent)];
      return child && named && !missingColumn(child, columns) && !missingColumn(named, parentColumns);
    });
}
