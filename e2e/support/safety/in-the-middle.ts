import type { Page } from "@playwright/test";
import pg from "pg";
import { environment } from "../environment";
import { applyButton, begunOn } from "./repairs";
import { until } from "./until";

/** Every writer of the audit history waits for it, and a repair writes its audit last. */
const auditLock = "hashtextextended('plumbline.error_logs', 0)";

interface Middle {
  /** A statement whose locks keep the repair from beginning, until its own first audit row is written. */
  blocker: string;
  table: string;
}

/**
 * Presses Apply and does `work` while the repair is in its middle: everything is changed, nothing is committed.
 * `work` may kill whatever it likes, the database included.
 */
export async function inTheMiddle(page: Page, { blocker, table }: Middle, work: () => Promise<void>): Promise<string> {
  const before = await connect();
  const audit = await connect();
  try {
    await before.query("begin");
    await before.query(blocker);
    await applyButton(page).click();
    const run = await begunOn(table);
    await audit.query(`select pg_advisory_lock(${auditLock})`);
    await before.query("rollback");
    await until(() => isInTheMiddle(audit, table), 20_000);
    await work();
    return run;
  } finally {
    // By now they may be broken, as they were meant to be.
    await Promise.allSettled([before.end(), audit.end()]);
  }
}

/** Somebody waits to write the audit and holds the table that they have changed. */
async function isInTheMiddle(client: pg.Client, table: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_locks as waits
     join pg_locks as holds on holds.pid = waits.pid
     where waits.locktype = 'advisory' and not waits.granted
       and holds.relation = $1::regclass and holds.granted
       and holds.mode in ('RowExclusiveLock', 'AccessExclusiveLock')`,
    [table],
  );
  return rowCount !== 0;
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: environment.engineUrl.get(), application_name: "plumbline-e2e" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
