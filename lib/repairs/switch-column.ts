import { type RawBuilder, sql } from "kysely";
import type { Column, Sequence, TableName } from "@/lib/catalog/types";
import { tableSql, textLiteral } from "@/lib/db";
import { carriedLines } from "./carried-keys";
import { dollarQuote } from "./dollar-quote";
import type { Expansion, ExpansionNames } from "./expansion";
import { nameOf } from "./wording";

/** One statement under one lock: whoever looks sees the one column or the other, and never neither. */
export function switchColumn(
  { table, column, type, sequence, keys }: Expansion,
  { wide, keeper, check, indexes }: ExpansionNames,
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

/** The name of a relation as a text that PostgreSQL reads as one. */
export function quoted({ schema, name }: TableName): string {
  return [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
}
