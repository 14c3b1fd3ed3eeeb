import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { type Context, requireRole } from "@/lib/auth/context";
import { columnOf } from "@/lib/catalog/equivalents";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Table } from "@/lib/catalog/types";
import { Joins } from "@/lib/checks/fault";
import { checkOn, titleOf } from "@/lib/checks/registry";
import { columnSql, databaseSentence, inForeignRead, setForTransaction, sqlState, tableSql } from "@/lib/db";
import { readFindings, type StoredFinding } from "./stored-finding";
import type { RecordMark } from "./types";

const MarkRecordsInput = z.object({
  schema: z.string().min(1).max(63),
  table: z.string().min(1).max(63),
  keyColumn: z.string().min(1).max(63),
  keys: z.array(z.string().max(1_000)).max(500),
});
export type MarkRecordsInput = z.input<typeof MarkRecordsInput>;

export interface RecordMarks {
  /** By the record's key, as text; a record without marks is not in it. */
  marks: Record<string, RecordMark[]>;
  /** Why the records could not be checked; their lack of marks then says nothing. */
  notChecked: string | null;
}

const limits = { lockTimeoutMs: 500, statementTimeoutMs: 2_000 };

/** Which of these records a failing finding names, asked of the records as they are now. */
export async function markRecords(ctx: Context, input: MarkRecordsInput): Promise<RecordMarks> {
  requireRole(ctx, "viewer");
  const { schema, table: name, keyColumn, keys } = MarkRecordsInput.parse(input);
  const { db } = ctx.engine;
  const failing = await readFindings(
    db,
    sql`f.status = 'failing' and f.schema_name = ${schema} and f.table_name = ${name}`,
  );
  const findings = failing.filter(({ check, target }) => checkOn(check, target).form === "row");
  if (findings.length === 0 || keys.length === 0) return { marks: {}, notChecked: null };
  const catalog = await readCatalog(db);
  const table = catalog.find({ schema, name });
  const type = table && columnOf(table, keyColumn)?.type;
  if (!table || !type) return { marks: {}, notChecked: `${schema}.${name} has no column ${keyColumn}.` };

  const joins = new Joins();
  const hits: RawBuilder<unknown>[] = [];
  const asked: StoredFinding[] = [];
  for (const finding of findings) {
    const check = checkOn(finding.check, finding.target);
    if (check.form !== "row" || check.uncheckable(finding.target, catalog) !== null) continue;
    hits.push(sql`case when ${check.violates(finding.target, joins, catalog)} then ${sql.lit(asked.length)} end`);
    asked.push(finding);
  }
  if (asked.length === 0) return { marks: {}, notChecked: null };
  const statement = marksStatement(table, { keyColumn, type, keys }, joins.sql, hits);
  try {
    const { rows } = await inForeignRead(db, limits, async (trx) => {
      await setForTransaction(trx, { row_security: "off" });
      return statement.execute(trx);
    });
    const marked = rows.filter((row) => row.hits.length > 0);
    return {
      marks: Object.fromEntries(marked.map((row) => [row.key, row.hits.flatMap((hit) => markOf(asked[hit]))])),
      notChecked: null,
    };
  } catch (error) {
    if (sqlState(error) === null) throw error;
    return { marks: {}, notChecked: databaseSentence(error) };
  }
}

function marksStatement(
  table: Table,
  { keyColumn, type, keys }: { keyColumn: string; type: string; keys: string[] },
  joins: RawBuilder<unknown>[],
  hits: RawBuilder<unknown>[],
): RawBuilder<{ key: string; hits: number[] }> {
  const key = columnSql("t", keyColumn);
  return sql`
    select ${key}::text as key, array_remove(array[${sql.join(hits)}]::integer[], null) as hits
    from ${tableSql(table)} as t
    ${sql.join(joins, sql`\n`)}
    where ${key} = any (cast(${keys}::text[] as ${sql.raw(type)}[]))
  `;
}

function markOf(finding: StoredFinding | undefined): RecordMark[] {
  if (!finding) return [];
  const title = titleOf(finding.check, finding.target);
  return [{ findingId: finding.id, check: finding.check, title, severity: finding.severity }];
}
