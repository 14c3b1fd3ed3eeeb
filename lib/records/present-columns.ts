import type { RecordDefinition } from "./define";
import { isAbsent, isMissingColumn, readFailure } from "./read-failure";
import { inTime, type RecordsContext } from "./records-context";

const freshMs = 30_000;
const known = new WeakMap<RecordsContext["client"], Map<string, { columns: Set<string>; atMs: number }>>();

/** The definition's columns that the connected database has; null where it does not have the table. */
export async function presentColumns(context: RecordsContext, record: RecordDefinition): Promise<Set<string> | null> {
  const tables = known.get(context.client) ?? new Map<string, { columns: Set<string>; atMs: number }>();
  known.set(context.client, tables);
  const remembered = tables.get(record.table);
  if (remembered && Date.now() - remembered.atMs < freshMs) return remembered.columns;
  const columns = await askForColumns(context, record);
  if (columns) tables.set(record.table, { columns, atMs: Date.now() });
  return columns;
}

/** After a table was changed under a reader. */
export function forgetColumns(context: RecordsContext, record: RecordDefinition): void {
  known.get(context.client)?.delete(record.table);
}

async function askForColumns(context: RecordsContext, record: RecordDefinition): Promise<Set<string> | null> {
  const keys = record.columns.map((column) => column.key);
  const all = await ask(context, record, keys);
  if (all !== "some missing") return all === "absent" ? null : new Set(keys);
  const answers = await Promise.all(keys.map(async (key) => ({ key, answer: await ask(context, record, [key]) })));
  return new Set(answers.filter(({ answer }) => answer === "present").map(({ key }) => key));
}

async function ask(context: RecordsContext, record: RecordDefinition, keys: string[]) {
  const { error } = await inTime(context, (signal) =>
    context.client.from(record.table).select(keys.join(",")).limit(0).abortSignal(signal),
  );
  if (!error) return "present";
  if (isAbsent(error)) return "absent";
  if (isMissingColumn(error)) return "some missing";
  throw readFailure(record, error);
}
