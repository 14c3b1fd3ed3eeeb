import { sql } from "kysely";
import { textLiteral } from "@/lib/db";
import type { RowPlan } from "@/lib/repairs/row-plan";
import type { ExportedRows } from "./row-statements";
import { toText } from "./to-text";

/**
 * One line of `public.error_logs` for each repaired row, as the documents have it, where the application keeps such a
 * table and it takes a row of these four columns.
 */
export function logRows({ planId, table }: ExportedRows, { rowEvent, rowMessage }: RowPlan): string {
  const insert = toText(sql`
insert into public.error_logs (error_type, error_message, severity, details)
select
  ${textLiteral(rowEvent)}, ${textLiteral(rowMessage)}, 'info',
  jsonb_build_object('plan', ${planId}::text, 'table', ${textLiteral(`${table.schema}.${table.name}`)}, 'key', i.key)
from plumbline_items as i
order by i.position`);
  return `if (
  select count(*) filter (where a.attname in ('error_type', 'error_message', 'severity', 'details')) = 4
    and not bool_or(
      a.attname not in ('error_type', 'error_message', 'severity', 'details')
      and a.attnotnull and not a.atthasdef and a.attidentity = ''
    )
  from pg_catalog.pg_attribute as a
  where a.attrelid = to_regclass('public.error_logs') and a.attnum > 0 and not a.attisdropped
) then
  ${insert};
end if;`;
}
