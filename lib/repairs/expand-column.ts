import { type RawBuilder, sql } from "kysely";
import type { Column, Index, Sequence, Table, TableName } from "@/lib/catalog/types";
import { columnSql, tableSql, textLiteral } from "@/lib/db";
import { type CarriedKey, carriedLines, carrySteps } from "./carried-keys";
import { typeSql } from "./convert-column";
import type { SchemaStep } from "./define";
import { dollarQuote } from "./dollar-quote";
import { createIndex } from "./index-steps";
import { lockOf } from "./locks";
import { freeName } from "./object-names";
import { nameOf } from "./wording";

/** Pages that are filled in one transaction: a megabyte of rows. */
const pagesAtOnce = 128;

export interface Expansion {
  table: Table;
  column: Column;
  /** The type that it is to have. */
  type: string;
  /** Values are the same where PostgreSQL says they are equal, or where it writes them alike. */
  compared: "as values" | "as written";
  /** Gives the column its values, where one does. */
  sequence: Sequence | undefined;
  /** Foreign keys from and to the column. */
  keys: CarriedKey[];
  /** Names of relations and constraints of the schema that are taken. */
  taken: string[];
}

interface Names {
  wide: string;
  keeper: string;
  check: string;
  indexes: { index: Index; name: string }[];
}

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

function namesOf({ table, column, taken }: Expansion): Names {
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

export function indexesOf(table: Table, column: string): Index[] {
  return table.indexes.filter(({ columns }) => columns.includes(column));
}

function swapped({ columns }: Index, column: string, wide: string): string[] {
  return columns.flatMap((name) => (name === null ? [] : [name === column ? wide : name]));
}

function cast({ column, type, compared }: Expansion, value: RawBuilder<unknown>): RawBuilder<unknown> {
  if (compared === "as values") return sql`${value}::${typeSql(type)}`;
  return type === "text" ? sql`${value}::text` : sql`${value}::text::${typeSql(type)}`;
}

function addingSteps(expansion: Expansion, { wide, keeper }: Names): SchemaStep[] {
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
function fillStep(expansion: Expansion, { wide }: Names): SchemaStep {
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

function provingSteps(expansion: Expansion, { wide, check }: Names): SchemaStep[] {
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

/** One statement under one lock: whoever looks sees the one column or the other, and never neither. */
function switchColumn(
  { table, column, type, sequence, keys }: Expansion,
  { wide, keeper, check, indexes }: Names,
): RawBuilder<unknown> {
  const relation = tableSql(table);
  const carried = carriedLines(keys);
  const [old, value] = [sql.id(column.name), sql.id(wide)];
  const quote = dollarQuote([
    ...[table, ...keys.map(({ child }) => child), ...(sequence ? [sequence] : [])].map(nameOf),
    ...keys.map(({ foreignKey }) => foreignKey.name),
    ...indexes.map(({ index }) => index.name),
    ...[column.name, wide, column.default ?? "", column.comment ?? ""],
  ]);
  const own = sequence && sql.id(sequence.schema, sequence.name);
  const given = sequence ? sql`nextval(${textLiteral(quoted(sequence))}::regclass)` : sql.raw(column.default ?? "");
  const constraints = new Map(
    [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniqueKeys].map((key) => [key.name, key]),
  );
  const lines: RawBuilder<unknown>[] = [
    sql`lock table ${relation} in access exclusive mode;`,
    ...(column.identity && own
      ? [
          sql`select case when s.is_called then s.last_value + ${sql.lit(sequence.increment)} else s.last_value end into next from ${own} as s;`,
        ]
      : []),
    ...(column.nullable ? [] : [sql`alter table ${relation} alter column ${value} set not null;`]),
    ...(own && !column.identity
      ? [sql`alter sequence ${own} owned by ${sql.id(table.schema, table.name, wide)};`]
      : []),
    ...(column.default === null ? [] : [sql`alter table ${relation} alter column ${value} set default ${given};`]),
    sql`drop trigger ${sql.id(keeper)} on ${relation};`,
    sql`drop function ${sql.id(table.schema, keeper)}();`,
    sql`alter table ${relation} drop constraint ${sql.id(check)};`,
    ...carried.before,
    sql`alter table ${relation} drop column ${old};`,
    sql`alter table ${relation} rename column ${value} to ${old};`,
    ...indexes.map(({ index, name }) => {
      const key = index.constraint === null ? undefined : constraints.get(index.constraint);
      if (!key) return sql`alter index ${sql.id(table.schema, name)} rename to ${sql.id(index.name)};`;
      const kind = key.kind === "primary" ? sql`primary key` : sql`unique`;
      return sql`alter table ${relation} add constraint ${sql.id(key.name)} ${kind} using index ${sql.id(name)};`;
    }),
    ...carried.after,
    ...(column.comment === null
      ? []
      : [sql`comment on column ${sql.id(table.schema, table.name, column.name)} is ${textLiteral(column.comment)};`]),
    ...(column.identity && own ? [identity(relation, old, column.identity, own, sequence)] : []),
    ...(own && !column.identity && type === "bigint" ? [sql`alter sequence ${own} as bigint;`] : []),
  ];
  return sql`do ${quote}
declare
  next bigint;
begin
  ${sql.join(lines, sql`\n  `)}
end
${quote}`;
}

/** An identity goes with its column; the new one goes on where the old one stood. */
function identity(
  relation: RawBuilder<unknown>,
  column: RawBuilder<unknown>,
  kind: NonNullable<Column["identity"]>,
  own: RawBuilder<unknown>,
  sequence: Sequence,
): RawBuilder<unknown> {
  const { increment } = sequence;
  const always = kind === "always" ? sql`always` : sql`by default`;
  return sql`alter table ${relation} alter column ${column} add generated ${always} as identity (sequence name ${own} increment by ${sql.lit(increment)});
  perform setval(${textLiteral(quoted(sequence))}::regclass, next, false);`;
}

function quoted({ schema, name }: TableName): string {
  return [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
}
