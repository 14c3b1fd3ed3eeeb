/** Counting what a policy leaves would be wrong without anybody noticing, so it is refused. */
export function hiddenRows(table: string): string {
  return `Row-level security hides rows of ${table} from Plumbline's database user; it needs BYPASSRLS.`;
}
