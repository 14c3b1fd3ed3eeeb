import type { RawBuilder } from "kysely";
import { compileStatement } from "@/lib/db";
import { onConnection } from "@/lib/testing/admin";

/** Sends the statements one after the other through `pg`, with the server's own settings. Gives the counts and the time. */
export async function askPlainly(url: string, statements: RawBuilder<unknown>[]) {
  const texts = statements.map((statement) => compileStatement(statement));
  const started = performance.now();
  const counts = await onConnection(url, async (client) => {
    const found: number[] = [];
    for (const { sql, parameters } of texts) {
      const { rows } = await client.query<{ count: string }>(sql, [...parameters]);
      found.push(Number(rows[0]?.count));
    }
    return found;
  });
  return { counts, seconds: (performance.now() - started) / 1000 };
}
