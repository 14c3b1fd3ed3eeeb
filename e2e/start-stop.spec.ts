import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { expect, test } from "./support";
import { launchOwn, type OwnProduct, pointTo, startOwn, untilSaid } from "./support/safety/own-product";
import { isLiving, type Process, processesOf } from "./support/safety/processes";
import { count, rows } from "./support/safety/repairs";
import { until } from "./support/safety/until";

// Each starts a server or two.
test.describe.configure({ timeout: 180_000 });

const asTyped: [string, string] = ["npm", "start"];
let dataDir: string;

test.beforeAll(async () => {
  dataDir = await makeDataDirectory();
});

test.afterAll(async () => {
  for (const { pid } of processesOf(dataDir)) process.kill(pid, "SIGKILL");
  await removeDataDirectory(dataDir);
});

/** Nothing of what ran is left, nor anything else that works in the data directory. */
async function expectNothingLeft(ran: Process[]): Promise<void> {
  expect(ran.length).toBeGreaterThan(3);
  await until(() => !ran.some(isLiving), 20_000);
  expect(processesOf(dataDir)).toEqual([]);
}

async function inDatabase<T>(product: OwnProduct, work: () => Promise<T>): Promise<T> {
  const back = pointTo(product, dataDir);
  try {
    return await work();
  } finally {
    back();
  }
}

test("a first start that is killed while it prepares the database does not stop the next one", async () => {
  const first = await launchOwn({ dataDir, command: asTyped });
  await untilSaid(first, /Loading the demo/);
  const ran = processesOf(dataDir);
  for (const { pid } of ran) process.kill(pid, "SIGKILL");
  await expectNothingLeft(ran);

  const second = await startOwn({ dataDir, command: asTyped });
  const { orphans } = await inDatabase(second, async () => {
    await rows("create table kept as select 42 as answer");
    return { orphans: await count("from orders o where not exists (select from profiles p where p.id = o.user_id)") };
  });
  expect(orphans).toBe(23);

  const started = processesOf(dataDir);
  // What a terminal does on Ctrl-C: every process of the group gets it at once, npm included.
  second.signal("SIGINT");
  await second.ended;
  await expectNothingLeft(started);
});

test("SIGTERM stops everything, keeps the data, and the next start is quick", async () => {
  const startedAt = performance.now();
  const product = await startOwn({ dataDir });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  test.info().annotations.push({ type: "ready again", description: `${seconds} s` });
  process.stdout.write(`      ready again after ${seconds} s\n`);
  expect(await inDatabase(product, () => rows("table kept"))).toEqual([{ answer: 42 }]);

  const ran = processesOf(dataDir);
  process.kill(product.pid, "SIGTERM");
  expect(await product.ended).toEqual({ code: 0, signal: null });
  await expectNothingLeft(ran);
});

test("when npm is killed, which can hand on nothing, everything stops by itself", async () => {
  const product = await startOwn({ dataDir, command: asTyped });
  expect(await inDatabase(product, () => rows("table kept"))).toEqual([{ answer: 42 }]);
  const ran = processesOf(dataDir);
  process.kill(product.pid, "SIGKILL");
  await expectNothingLeft(ran);
});
