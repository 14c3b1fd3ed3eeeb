import { type RawBuilder, sql } from "kysely";
import type { Index, Table, TableName } from "@/lib/catalog/types";
import { columnSql, tableSql, textLiteral } from "@/lib/db";
import { type CarriedKey, carrySteps } from "./carried-keys";
import { typeSql } from "./convert-column";
import type { SchemaStep } from "./define";
import { dollarQuote } from "./dollar-quote";
import type { Expansion, ExpansionNames } from "./expansion";
import { createIndex } from "./index-steps";
import { lockOf } from "./locks";
import { freeName } from "./object-names";
import { quoted, switchColumn } from "./switch-column";
import { nameOf } from "./wording";

/** Pages that are filled in one transaction: a megabyte of rows. */
const pagesAtOnce = 128;

/** A second column is filled while the table is in use and proved to say the same; one short lock puts it in the first one's place. */
export function expandColumn(expansion: Expansion): SchemaStep[] {
  const { table, column } = expansion;
  const names = namesOf(expansion);
  return [
    ...addingSteps(expansion, names),
    fillStep(expansion, names),
    ...provingSteps(expansion, names),
    ...names.indexes.map(({ index, name }) =>
      createIndex({ table, name, columns: swapped(index, column.name, names.wide), unique: index.unique }),
    ),
    ...carrySteps(expansion.keys, names.wide),
    {
      title: `Put the new column in the place of ${column.name}`,
      sql: switchColumn(expansion, names),
      inverse: null,
      final: `The new ${column.name} of ${nameOf(table)} is in its place and may hold what the old one could not, so there is no way back.`,
      lock: lockOf("ACCESS EXCLUSIVE", table, ...expansion.keys.map(otherEnd)),
    },
    {
      title: `Have the planner know ${column.name} again`,
      sql: sql`analyze ${tableSql(table)} (${sql.id(column.name)})`,
      inverse: null,
      lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
    },
  ];
}

function otherEnd({ child, foreignKey, isInward }: CarriedKey): TableName {
  return isInward ? child : foreignKey.parent;
}

function namesOf({ table, column, taken }: Expansion): ExpansionNames {
  const columns = table.columns.map(({ name }) => name);
  const used = [...taken];
  const indexes = indexesOf(table, column.name).map((index) => {
    const name = freeName(`${index.name}_wide`, used);
    used.push(name);
    return { index, name };
  });
  return {
    wide: freeName(`${column.name}_wide`, columns),
    keeper: freeName(`zz_plumbline_${table.name}_${column.name}`, used),
    check: freeName(`${table.name}_${column.name}_same`, used),
    indexes,
  };
}

function indexesOf(table: Table, column: string): Index[] {
  return table.indexes.filter(({ columns }) => columns.includes(column));
}

function swapped({ columns }: Index, column: string, wide: string): string[] {
  return columns.flatMap((name) => (name === null ? [] : [name === column ? wide : name]));
}

function cast({ type, compared }: Expansion, value: RawBuilder<unknown>): RawBuilder<unknown> {
  if (compared === "as values") return sql`${value}::${typeSql(type)}`;
  return type === "text" ? sql`${value}::text` : sql`${value}::text::${typeSql(type)}`;
}

function addingSteps(expansion: Expansion, { wide, keeper }: ExpansionNames): SchemaStep[] {
  const { table, column, type } = expansion;
  const relation = tableSql(table);
  const quote = dollarQuote([table.schema, table.name, column.name, wide]);
  const keep = sql.id(table.schema, keeper);
  return [
    {
      title: `Add ${wide}, which is ${type} and empty`,
      sql: sql`alter table ${relation} add column if not exists ${sql.id(wide)} ${typeSql(type)}`,
      inverse: sql`alter table ${relation} drop column if exists ${sql.id(wide)}`,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    },
    {
      title: `Write the function that keeps ${wide} in step with ${column.name}`,
      sql: sql`create or replace function ${keep}() returns trigger language plpgsql as ${quote}
begin
  new.${sql.id(wide)} := ${cast(expansion, sql`new.${sql.id(column.name)}`)};
  return new;
end
${quote}`,
      inverse: sql`drop function if exists ${keep}()`,
      lock: lockOf("ACCESS SHARE", table),
    },
    {
      title: `Keep ${wide} in step with ${column.name} from now on`,
      sql: sql`create or replace trigger ${sql.id(keeper)} before insert or update on ${relation}
for each row execute function ${keep}()`,
      inverse: sql`drop trigger if exists ${sql.id(keeper)} on ${relation}`,
      lock: lockOf("SHARE ROW EXCLUSIVE", table),
    },
  ];
}

/** Goes through the table by place, so that no key is needed and nothing is read twice. */
function fillStep(expansion: Expansion, { wide }: ExpansionNames): SchemaStep {
  const { table, column } = expansion;
  const first = sql`coalesce(nullif(current_setting('plumbline.after', true), ''), '0')::bigint`;
  const pages = sql`pg_relation_size(${textLiteral(quoted(table))}::regclass) / current_setting('block_size')::bigint`;
  return {
    title: `Fill ${wide}, some pages at a time`,
    sql: sql`with filled as (
  update ${tableSql(table)} as t
  set ${sql.id(wide)} = ${cast(expansion, columnSql("t", column.name))}
  where t.ctid >= format('(%s,0)', ${first})::tid and t.ctid < format('(%s,0)', ${first} + ${sql.lit(pagesAtOnce)})::tid
    and ${columnSql("t", wide)} is distinct from ${cast(expansion, columnSql("t", column.name))}
  returning 1
)
select
  case when ${first} + ${sql.lit(pagesAtOnce)} < ${pages} then ${first} + ${sql.lit(pagesAtOnce)} end as after,
  (select count(*) from filled) as count`,
    inverse: null,
    repeats: true,
    lock: {
      ...lockOf("ROW EXCLUSIVE", table),
      effect: `writers of the rows of ${column.name} that are being filled wait for a moment; everybody else goes on`,
    },
  };
}

function provingSteps(expansion: Expansion, { wide, check }: ExpansionNames): SchemaStep[] {
  const { table, column } = expansion;
  const relation = tableSql(table);
  const isWritten = expansion.compared === "as written";
  const value = isWritten ? sql`${sql.id(wide)}::text` : sql.id(wide);
  const old = isWritten ? sql`${sql.id(column.name)}::text` : cast(expansion, sql.id(column.name));
  const same = column.nullable
    ? sql`${value} is not distinct from ${old}`
    : sql`${sql.id(wide)} is not null and ${value} = ${old}`;
  return [
    {
      title: `Let no row be written where ${wide} is not ${column.name}`,
      sql: sql`alter table ${relation} add constraint ${sql.id(check)} check (${same}) not valid`,
      inverse: sql`alter table ${relation} drop constraint if exists ${sql.id(check)}`,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    },
    {
      title: `Prove that every row has the same in both`,
      sql: sql`alter table ${relation} validate constraint ${sql.id(check)}`,
      inverse: null,
      lock: lockOf("SHARE UPDATE EXCLUSIVE", table),
    },
  ];
}
