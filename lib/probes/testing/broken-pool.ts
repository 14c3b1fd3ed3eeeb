import type pg from "pg";

/** Connections that break after so many of their messages; `sent` says how many there were. */
export function brokenPool(pool: pg.Pool, breaksAfter: number) {
  const counted = { sent: 0 };
  const connect = async () => {
    const client = await pool.connect();
    const query = client.query.bind(client) as (...words: unknown[]) => unknown;
    const counting = (...words: unknown[]) => {
      const answer = query(...words);
      counted.sent += 1;
      if (counted.sent === breaksAfter) streamOf(client).destroy();
      return answer;
    };
    return Object.assign(client, { query: counting });
  };
  return { connect: connect as pg.Pool["connect"], counted };
}

function streamOf(client: pg.PoolClient): { destroy(): void } {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}
