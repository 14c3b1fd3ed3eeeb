import { type Kysely, sql } from "kysely";
import { columnOf, missingColumn } from "@/lib/catalog/equivalents";
import type { Catalog, Table } from "@/lib/catalog/types";
import { AppError } from "@/lib/errors";
import { listed, nameOf } from "@/lib/repairs/wording";
import type { Narrowing } from "../narrowing";
import { requireTable } from "../tables";

/** The rows of one table that a run changed in one way. */
export interface UndoPart {
  runId: string;
  table: Table;
  /** What the run did to them; the undo does the opposite. */
  change: "insert" | "update" | "delete";
  key: string[];
  /** Columns that were kept and that the table still has and takes a value for. */
  columns: string[];
  /** Of those, the ones that an update changed in some row. */
  changed: string[];
  /** Columns that were kept and are gone. */
  lost: string[];
  /** Columns that came since. */
  added: string[];
  /** It has a unique constraint that is checked late, which `on conflict` cannot work with. */
  checkedLate: boolean;
  /** Its check constraints, as expressions over its columns. */
  checks: { name: string; expression: string }[];
  /** The rows that were chosen to be taken back, or to stay as they are. */
  narrowing?: Narrowing;
}

interface PartRow {
  schema: string;
  name: string;
  change: UndoPart["change"];
  key: string[];
  columns: string[];
  changed: string[];
  checkedLate: boolean;
  checks: UndoPart["checks"];
}

/** What a run did, last first: the order in which it is taken back, children before the parents that were made for them. */
export async function readUndoParts(db: Kysely<unknown>, catalog: Catalog, runId: string): Promise<UndoPart[]> {
  const { rows } = await sql<PartRow>`
    select
      p.schema_name as schema,
      p.table_name as name,
      p.change,
      array(select jsonb_object_keys(q.key)) as key,
      array(select jsonb_object_keys(coalesce(q.before, q.after))) as columns,
      array(
        select distinct b.key
        from plumbline.quarantine as u
        cross join jsonb_each(u.before) as b
        where u.run_id = ${runId} and (u.schema_name, u.table_name, u.change) = (p.schema_name, p.table_name, p.change)
          and b.value is distinct from u.after -> b.key
      ) as changed,
      coalesce(k."checkedLate", false) as "checkedLate",
      coalesce(k.checks, '[]') as checks
    from (
      select schema_name, table_name, change, min(id) as first, max(id) as last
      from plumbline.quarantine
      where run_id = ${runId}
      group by schema_name, table_name, change
    ) as p
    join plumbline.quarantine as q on q.id = p.first
    left join lateral (
      select
        bool_or(k.condeferrable and k.contype in ('p', 'u', 'x')) as "checkedLate",
        jsonb_agg(jsonb_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid)))
          filter (where k.contype = 'c') as checks
      from pg_catalog.pg_constraint as k
      join pg_catalog.pg_class as c on c.oid = k.conrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname = p.schema_name and c.relname = p.table_name
    ) as k on true
    order by p.last desc
  `.execute(db);
  return rows.map((row) => toPart(requireTable(catalog, row), runId, row));
}

function toPart(
  table: Table,
  runId: string,
  { change, key, columns, changed, checkedLate, checks }: PartRow,
): UndoPart {
  const missing = missingColumn(table, key);
  if (missing)
    throw new AppError(
      "refused",
      `${nameOf(table)} has no column ${missing} any more, so its rows cannot be told apart.`,
    );
  const kept = table.columns
    .filter(({ name, generated }) => columns.includes(name) && !generated)
    .map(({ name }) => name);
  return {
    runId,
    table,
    change,
    key: table.columns.map(({ name }) => name).filter((name) => key.includes(name)),
    columns: kept,
    changed: kept.filter((name) => changed.includes(name)),
    lost: columns.filter((name) => !columnOf(table, name)),
    added: table.columns.map(({ name }) => name).filter((name) => !columns.includes(name)),
    checkedLate,
    checks,
  };
}

/** What a person should know about columns that came or went since the run. */
export function columnEffects({ table, change, lost, added }: UndoPart): string[] {
  if (change === "insert") return [];
  return [
    ...(lost.length > 0
      ? [`${nameOf(table)} has no ${listed(lost)} any more: what was there stays in quarantine only.`]
      : []),
    ...(added.length > 0 && change === "delete"
      ? [`${listed(added)} of ${nameOf(table)} came since and gets its default.`]
      : []),
  ];
}
