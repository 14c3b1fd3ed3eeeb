import { query, type Row } from "./query";

/** What the catalogue says of a column. */
export async function columnOf(table: string, column: string): Promise<Row | undefined> {
  const rows = await query(
    `select is_nullable, column_default, data_type, col_description(to_regclass($1), ordinal_position) as comment
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name = $2`,
    [table, column],
  );
  return rows[0];
}

/** A constraint as PostgreSQL would define it again, and whether the old rows are proved to obey it. */
export async function constraintOf(table: string, name: string): Promise<Row | undefined> {
  const rows = await query(
    `select contype, convalidated, pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = to_regclass($1) and conname = $2`,
    [table, name],
  );
  return rows[0];
}

/** An index by its name: whether it may be used, and on what it is. */
export async function indexOf(name: string): Promise<Row | undefined> {
  const rows = await query(
    `select indisvalid, indisready, pg_get_indexdef(indexrelid) as definition
     from pg_index where indexrelid = to_regclass($1)`,
    [name],
  );
  return rows[0];
}
