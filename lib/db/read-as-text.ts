import type { Engine } from "./engine";
import type { Statement } from "./statement";
import { settingsOf } from "./transaction";

export interface TextRows {
  columns: string[];
  rows: Record<string, string | null>[];
}

// The driver would turn values into JavaScript's own and lose microseconds, scale or the difference between json and jsonb.
const asText = { getTypeParser: () => (value: unknown) => String(value) };

/** One statement that reads, in a read-only transaction, with every value as the text that PostgreSQL writes. */
export async function readAsText(
  engine: Engine,
  { sql, parameters }: Statement,
  { statementTimeoutMs }: { statementTimeoutMs: number },
): Promise<TextRows> {
  // The extended protocol takes one statement only, so a text that smuggles in a second one is refused.
  const query = { text: sql, values: parameters, types: asText, queryMode: "extended" };
  const client = await engine.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin isolation level repeatable read, read only");
    const settings = JSON.stringify(settingsOf({ lockTimeoutMs: statementTimeoutMs, statementTimeoutMs }));
    await client.query("select set_config(key, value, true) from jsonb_each_text($1::jsonb)", [settings]);
    const result = await client.query<Record<string, string | null>>(query);
    return { columns: result.fields.map((field) => field.name), rows: result.rows };
  } finally {
    await client.query("rollback").catch((error: Error) => {
      broken = error;
    });
    client.release(broken);
  }
}
