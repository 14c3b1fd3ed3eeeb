import { sql } from "kysely";
import { textLiteral } from "@/lib/db";
import type { StoredPlan } from "@/lib/runner/stored-plan";
import { doBlock } from "./do-block";
import { toText } from "./to-text";
import type { ExportPart } from "./types";
import { dropEmptyUndoStore } from "./undo-store";

const declarations = [
  "part record",
  "child record",
  "same_key text",
  "back_key text",
  "image text",
  "names text",
  "texts text",
  "sets text",
  "ids bigint[]",
  "n bigint",
];

/**
 * Puts back what the exported repair changed where it was applied, from the images that it kept there. Written over
 * the columns that the tables have at that moment, so that a type that changed since is no obstacle.
 */
export function rowUndo({ id }: StoredPlan): ExportPart {
  const run = toText(sql`${textLiteral(id)}`);
  return {
    label: "",
    notes: [
      "Rows come back from the images that the repair kept in plumbline_undo where it was applied. One that was changed since stays",
      "as it is, and its image is kept.",
    ],
    sql: doBlock({ declarations, statements: [body(run)] }),
  };
}

const body = (run: string) => `if to_regclass('plumbline_undo.quarantine') is null then
  exit;
end if;
set local row_security = off;
-- Last first: rows are set back before the parents that were made for them go.
for part in
  select q.schema_name, q.table_name, q.change, to_regclass(format('%I.%I', q.schema_name, q.table_name)) as relation,
    array(
      select jsonb_object_keys(one.key) from plumbline_undo.quarantine as one where one.id = min(q.id)
    ) as key,
    array(
      select jsonb_object_keys(coalesce(one.before, one.after)) from plumbline_undo.quarantine as one where one.id = min(q.id)
    ) as columns
  from plumbline_undo.quarantine as q
  where q.run_id = ${run}
  group by q.schema_name, q.table_name, q.change
  order by max(q.id) desc
loop
  if part.relation is null then
    raise exception '%.% is gone, so its rows cannot come back.', part.schema_name, part.table_name;
  end if;
  select
    string_agg(format('t.%1$I = (q.key ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
      filter (where a.attname = any (part.key)),
    string_agg(format('t.%1$I = (q.before ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
      filter (where a.attname = any (part.key)),
    format('jsonb_object(array[%s], array[%s]::text[])', string_agg(quote_literal(a.attname), ', '), string_agg(format('t.%I::text', a.attname), ', ')),
    string_agg(quote_ident(a.attname), ', ') filter (where a.attgenerated = ''),
    string_agg(format('(q.before ->> %L)::%s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ') filter (where a.attgenerated = '')
  into same_key, back_key, image, names, texts
  from pg_catalog.pg_attribute as a
  where a.attrelid = part.relation and a.attnum > 0 and not a.attisdropped and a.attname = any (part.columns);

  if part.change = 'delete' then
    execute format(
      'select array_agg(q.id) from plumbline_undo.quarantine as q
      where q.run_id = $1 and q.schema_name = $2 and q.table_name = $3 and q.change = $4
        and not exists (select from %s as t where %s)', part.relation, same_key
    ) into ids using ${run}::uuid, part.schema_name, part.table_name, part.change;
    execute format(
      'insert into %s (%s) overriding system value
      select %s from plumbline_undo.quarantine as q where q.id = any ($1) order by q.id', part.relation, names, texts
    ) using ids;
  else
    execute format(
      'select array_agg(q.id) from (
        select q.id from plumbline_undo.quarantine as q
        join %s as t on %s
        where q.run_id = $1 and q.schema_name = $2 and q.table_name = $3 and q.change = $4 and q.after @> %s
        order by q.id
        for update of t
      ) as q', part.relation, same_key, image
    ) into ids using ${run}::uuid, part.schema_name, part.table_name, part.change;
  end if;

  if part.change = 'update' then
    select string_agg(format('%1$I = (q.before ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ')
    into sets
    from pg_catalog.pg_attribute as a
    where a.attrelid = part.relation and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attname in (
        select b.key
        from plumbline_undo.quarantine as q
        cross join jsonb_each(q.before) as b
        where q.id = any (ids) and b.value is distinct from q.after -> b.key
      );
    if sets is not null then
      execute format(
        'update %s as t set %s from plumbline_undo.quarantine as q where q.id = any ($1) and %s', part.relation, sets, same_key
      ) using ids;
    end if;
  end if;

  if part.change = 'insert' then
    for child in
      select k.conname, k.conrelid::regclass as relation, (
        select string_agg(format('c.%I = t.%I', ca.attname, pa.attname), ' and ')
        from unnest(k.conkey, k.confkey) as pair (child, parent)
        join pg_catalog.pg_attribute as ca on ca.attrelid = k.conrelid and ca.attnum = pair.child
        join pg_catalog.pg_attribute as pa on pa.attrelid = k.confrelid and pa.attnum = pair.parent
      ) as joined
      from pg_catalog.pg_constraint as k
      where k.contype = 'f' and k.confrelid = part.relation
    loop
      execute format(
        'select count(*) from %s as c join %s as t on %s join plumbline_undo.quarantine as q on %s where q.id = any ($1)',
        child.relation, part.relation, child.joined, same_key
      ) into n using ids;
      if n > 0 then
        raise exception '% rows of % refer by the foreign key % to rows of % that this would remove. Take the steps that came later back first.',
          n, child.relation, child.conname, part.relation;
      end if;
    end loop;
    execute format(
      'delete from %s as t using plumbline_undo.quarantine as q where q.id = any ($1) and %s', part.relation, same_key
    ) using ids;
  else
    execute format(
      'select count(*) from plumbline_undo.quarantine as q left join %s as t on %s where q.id = any ($1) and (q.before @> %s) is not true',
      part.relation, back_key, image
    ) into n using ids;
    if n > 0 then
      raise exception '% rows of % did not come back as they were, so nothing was changed. A trigger may have changed them.', n, part.relation;
    end if;
  end if;

  delete from plumbline_undo.quarantine where id = any (ids);
  select count(*) into n
  from plumbline_undo.quarantine as q
  where q.run_id = ${run} and (q.schema_name, q.table_name, q.change) = (part.schema_name, part.table_name, part.change);
  if n > 0 then
    raise notice '% rows of % were changed since and stay as they are.', n, part.relation;
  end if;
end loop;
delete from plumbline_undo.runs as r
where r.id = ${run} and not exists (select from plumbline_undo.quarantine as q where q.run_id = r.id);
${dropEmptyUndoStore}`;
