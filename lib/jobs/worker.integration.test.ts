import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createEngine } from "@/lib/db";
import { getScan } from "@/lib/scans/get-scan";
import { scanHandlers } from "@/lib/scans/scan-jobs";
import { startScan } from "@/lib/scans/start-scan";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { sendJob } from "./send-job";
import { startWorker, type Worker } from "./worker";

describe("workers", () => {
  let database: TestDatabase;
  const workers: Worker[] = [];
  const operator = () => contextAs("operator", database);
  const work = async (handlers = scanHandlers(database)) => {
    const worker = await startWorker(database, handlers);
    workers.push(worker);
    return worker;
  };
  const ended = (id: string) =>
    vi.waitFor(
      async () => {
        const scan = await getScan(operator(), id);
        expect(scan.status).not.toBe("running");
        return scan;
      },
      { timeout: 20_000, interval: 50 },
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query("create table one (id integer primary key, up integer references one)");
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop(1_000);
  });
  afterAll(() => database.drop());

  it("say so when there is none, and a scan waits for the first", async () => {
    const { id, noWorker } = await startScan(operator());
    expect(noWorker).toBe(true);
    await work();
    expect(await ended(id)).toMatchObject({ status: "succeeded", noWorker: false });
  });

  it("run a scan once, however many they are and however often it was asked for", async () => {
    const other = createEngine(database.url);
    const runs: string[] = [];
    const counting = (engine: typeof other) => {
      const handlers = scanHandlers(engine);
      return { ...handlers, scan: async (data: unknown) => handlers.scan(data).then(() => void runs.push("scan")) };
    };
    await work(counting(database));
    const second = await startWorker(other, counting(other));
    const started = await Promise.all([startScan(operator()), startScan(operator()), startScan(operator())]);
    const [id = ""] = new Set(started.map((scan) => scan.id));
    expect(new Set(started.map((scan) => scan.id)).size).toBe(1);
    expect(await ended(id)).toMatchObject({ status: "succeeded" });
    await second.stop(1_000);
    await other.close();
    expect(runs).toEqual(["scan"]);
  });

  it("leave a scan that is over alone, though its job comes late", async () => {
    const { id } = await startScan(operator());
    await sql`update plumbline.scans set status = 'failed', finished_at = now() where id = ${id}`.execute(database.db);
    const handled = vi.fn(scanHandlers(database).scan);
    await work({ ...scanHandlers(database), scan: handled });
    await vi.waitFor(() => expect(handled).toHaveBeenCalledOnce(), { timeout: 20_000 });
    await handled.mock.results[0]?.value;
    expect(await getScan(operator(), id)).toMatchObject({ status: "failed", tablesTotal: 0 });
  });

  it("start a scan when the schedule says that one is due", async () => {
    await work();
    await database.db.transaction().execute((trx) => sendJob(trx, "scheduled-scan", {}));
    await vi.waitFor(
      async () => {
        const { rows } = await sql`
          select 1 from plumbline.scans where actor = 'plumbline' and status = 'succeeded'
        `.execute(database.db);
        expect(rows).toHaveLength(1);
      },
      { timeout: 20_000, interval: 50 },
    );
  });

  it("leave no job behind when what it belonged to was not written", async () => {
    const refused = database.db.transaction().execute(async (trx) => {
      await sendJob(trx, "scheduled-scan", { refused: true });
      throw new Error("refused");
    });
    await expect(refused).rejects.toThrow("refused");
    const { rows } = await sql`select 1 from plumbline_jobs.job where data @> '{"refused": true}'`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
