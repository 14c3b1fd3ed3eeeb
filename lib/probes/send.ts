import pg from "pg";
import type { TextRow } from "./types";

/** What the server said of an accepted statement: how many rows it changed or returned, and the first of them. */
export interface Accepted {
  count: number;
  rows: TextRow[];
}

const keptRows = 50;

// The driver would turn values into JavaScript's own; what is compared is the text that PostgreSQL writes.
const asText = { getTypeParser: () => (value: unknown) => String(value) };

/** One statement by the extended protocol, which refuses a second one in the same text. Rows beyond the first are not kept. */
export function send(client: pg.ClientBase, text: string): Promise<Accepted> {
  return new Promise((resolve, reject) => {
    const rows: TextRow[] = [];
    let returned = 0;
    const query = new pg.Query<TextRow>({ text, types: asText, queryMode: "extended" } as pg.QueryConfig);
    query.on("row", (row) => {
      returned += 1;
      if (rows.length < keptRows) rows.push(row);
    });
    query.on("end", ({ rowCount }) => resolve({ count: rowCount ?? returned, rows }));
    query.on("error", reject);
    client.query(query);
  });
}
