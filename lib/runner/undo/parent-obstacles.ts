import { type RawBuilder, sql } from "kysely";
import type { Catalog, ForeignKey, Table } from "@/lib/catalog/types";
import { columnSql, tableSql, textLiteral } from "@/lib/db";
import type { SkipCase } from "@/lib/repairs/first-of";
import { allEqual, fromImage } from "@/lib/repairs/row-values";
import { nameOf } from "@/lib/repairs/wording";
import { chosenOf } from "./images-of";
import type { Foreseen, ObstacleContext } from "./undo-context";
import type { UndoPart } from "./undo-part";

type Reference = Pick<ForeignKey, "columns" | "parent" | "parentColumns">;

const before = sql`q.before`;

/** Rows that would name a parent that is not there: where a foreign key forbids it, or where the run took that parent away. */
export function parentObstacles(context: ObstacleContext, columns: readonly string[]): SkipCase[] {
  const { catalog, part, removedFrom, foreseen } = context;
  const touches = (names: readonly string[]) => names.some((name) => columns.includes(name));
  const declared = part.table.foreignKeys.filter((key) => key.triggersEnabled && touches(key.columns));
  const undeclared = catalog.undeclared.flatMap((reference) => {
    if (nameOf(reference.table) !== nameOf(part.table) || !touches(reference.columns)) return [];
    const parent = removedFrom.find((table) => nameOf(table) === nameOf(reference.parent));
    return parent ? [{ reference, parent }] : [];
  });
  return [
    ...declared.map((key) => ({
      when: parentIsGone(catalog, part, key, foreseen),
      reason: `It names a row of ${nameOf(key.parent)} that is gone, and the foreign key ${key.name} forbids that now.`,
    })),
    ...undeclared.map(({ reference, parent }) => ({
      when: isLeftBehind(part, parent, reference, foreseen),
      reason: `It names a row of ${nameOf(parent)} that the run removed and that does not come back.`,
    })),
  ];
}

function parentIsGone(
  catalog: Catalog,
  part: UndoPart,
  key: ForeignKey,
  foreseen: Foreseen | null,
): RawBuilder<unknown> {
  const gone = isGone(part, key);
  const parent = catalog.find(key.parent);
  // Rows of one table come back together, so a parent among them is there in time.
  const together = nameOf(key.parent) === nameOf(part.table);
  if (!parent || !(foreseen || together)) return gone;
  return sql`${gone} and not exists (
          select from plumbline.quarantine as b
          where ${isRemovedParent(part, parent, key)}${chosenOf(part, "b")}${comesBack(parent, foreseen)}
        )`;
}

/** No foreign key forbids it, but the run itself removed the row that it would name. */
function isLeftBehind(
  part: UndoPart,
  parent: Table,
  reference: Reference,
  foreseen: Foreseen | null,
): RawBuilder<unknown> {
  const removed = isRemovedParent(part, parent, reference);
  const gone = sql`${isGone(part, reference)} and exists (select from plumbline.quarantine as b where ${removed})`;
  if (!foreseen && nameOf(parent) !== nameOf(part.table)) return gone;
  return sql`${gone} and not exists (
          select from plumbline.quarantine as b
          where ${removed}${chosenOf(part, "b")}${comesBack(parent, foreseen)}
        )`;
}

function isGone({ table }: UndoPart, { columns, parent, parentColumns }: Reference): RawBuilder<unknown> {
  const values = columns.map((name) => fromImage(table, name, before));
  const named = sql.join(
    values.map((value) => sql`${value} is not null`),
    sql` and `,
  );
  const isParent = allEqual(values.map((value, at) => [columnSql("p", parentColumns[at] as string), value]));
  return sql`${named} and not exists (select from ${tableSql(parent)} as p where ${isParent})`;
}

/** The image, `b`, of the row that it would name, which the same run removed. */
function isRemovedParent(
  { table, runId }: UndoPart,
  parent: Table,
  { columns, parentColumns }: Reference,
): RawBuilder<unknown> {
  const same = allEqual(
    columns.map((name, at) => [
      fromImage(parent, parentColumns[at] as string, sql`b.before`),
      fromImage(table, name, before),
    ]),
  );
  return sql`b.run_id = ${runId} and b.change = 'delete'
            and b.schema_name = ${textLiteral(parent.schema)} and b.table_name = ${textLiteral(parent.name)} and ${same}`;
}

function comesBack(parent: Table, foreseen: Foreseen | null): RawBuilder<unknown> {
  const keys = foreseen?.staysGone.find(({ table }) => nameOf(table) === nameOf(parent))?.keys ?? [];
  return keys.length === 0 ? sql`` : sql` and not (b.key = any (${keys}::jsonb[]))`;
}
