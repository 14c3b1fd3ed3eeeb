import type { Page } from "@playwright/test";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { expect, signInAs, test, untilScanned } from "./support";
import { inTheMiddle } from "./support/safety/in-the-middle";
import { type OwnProduct, pointTo, startOwn } from "./support/safety/own-product";
import { isLiving, processesOf } from "./support/safety/processes";
import { applyButton, confirm, count, endOf, findingOf, openedRun, preview, rows } from "./support/safety/repairs";
import { until } from "./support/safety/until";

let dataDir: string;
let product: OwnProduct;
let backToShared: () => void;

// Each starts a server anew.
test.describe.configure({ timeout: 120_000 });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  dataDir = await makeDataDirectory();
  product = await startOwn({ dataDir });
  backToShared = pointTo(product, dataDir);
  await untilScanned();
});

test.afterAll(async () => {
  backToShared();
  product.signal("SIGTERM");
  await product.ended;
  await removeDataDirectory(dataDir);
});

/** The Node.js process alone; its PostgreSQL goes on until somebody stops it. */
async function killServer(): Promise<void> {
  process.kill(product.pid, "SIGKILL");
  await product.ended;
}

/** Everything at once, as when the machine loses its power. */
async function killEverything(): Promise<void> {
  const tree = processesOf(dataDir);
  for (const { pid } of tree) process.kill(pid, "SIGKILL");
  await until(() => !tree.some(isLiving), 10_000);
}

async function startAgain(page: Page): Promise<void> {
  await page.goto("about:blank");
  const startedAt = performance.now();
  product = await startOwn({ dataDir, port: product.port });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  test.info().annotations.push({ type: "ready again", description: `${seconds} s after the kill` });
  backToShared();
  backToShared = pointTo(product, dataDir);
}

/** The page that lost its server may still be trying to go somewhere, which breaks off the first attempt. */
async function open(page: Page, path: string): Promise<void> {
  await expect(() => page.goto(path)).toPass();
}

/** Nothing of a run that was broken off is there before somebody goes on with it. */
async function expectNothingDone(run: string): Promise<void> {
  expect(await count("from error_logs where run_id = $1 and action in ('row.delete', 'schema.change')", [run])).toBe(0);
  expect(await count("from plumbline.quarantine where run_id = $1", [run])).toBe(0);
}

/** The server that was started again goes on with the run by itself, and says that it was broken off. */
async function expectDone(page: Page, run: string): Promise<void> {
  expect(await endOf(run)).toBe("succeeded");
  expect(await count("from error_logs where run_id = $1 and action = 'run.interrupt'", [run])).toBe(1);
  await open(page, `/runs/${run}`);
  await expect(page.getByText("Succeeded", { exact: true }).first()).toBeVisible();
}

async function expectAuditUnbroken(page: Page): Promise<void> {
  const verified = await page.request.get("/api/audit/verify");
  expect(await verified.json()).toMatchObject({ brokenAt: null });
}

test("killing the server in the middle of a row repair leaves it wholly not done, and the next one goes on with it", async ({
  page,
}) => {
  const orphans = "from orders o where not exists (select from profiles p where p.id = o.user_id)";
  await signInAs(page, "operator");
  const finding = await findingOf("orphan_rows", "orders");
  await preview(page, finding, "Delete the orphans");
  await confirm(page, "It will be broken off");
  const asFound = await rows("select * from orders order by id");
  const run = await inTheMiddle(page, { blocker: `select ${orphans} for update`, table: "orders" }, killServer);
  expect(await rows("select * from orders order by id")).toEqual(asFound);
  await expectNothingDone(run);
  await startAgain(page);
  await expectDone(page, run);
  expect(await count(orphans)).toBe(0);
  expect(await count("from error_logs where run_id = $1 and action = 'row.delete'", [run])).toBe(23);
  expect(await count("from plumbline.quarantine where run_id = $1 and change = 'delete'", [run])).toBe(23);
  await expectAuditUnbroken(page);
});

test("killing everything in the middle of a schema repair breaks nothing, and the next server goes on with it", async ({
  page,
}) => {
  const typeOf = () =>
    rows(
      "select data_type from information_schema.columns where table_name = 'sessions' and column_name = 'customer_id'",
    );
  await signInAs(page, "operator");
  const finding = await findingOf("column_type_mismatch", "sessions");
  await preview(page, finding, "Change the type");
  await confirm(page, "It will be broken off");
  const idsOf = () => rows("select session_id, customer_id::text from sessions order by session_id");
  const asFound = await idsOf();
  const run = await inTheMiddle(
    page,
    { blocker: "lock table sessions in access share mode", table: "sessions" },
    killEverything,
  );
  await startAgain(page);
  await expectDone(page, run);
  expect(await typeOf()).toEqual([{ data_type: "text" }]);
  expect(await idsOf()).toEqual(asFound);
  expect(await count("from error_logs where run_id = $1 and action = 'schema.change'", [run])).toBe(1);
  await expectAuditUnbroken(page);
});

test("killing everything once a repair is committed leaves it wholly done", async ({ page }) => {
  const orphans = "from conversations c where not exists (select from profiles p where p.id = c.user_id)";
  await signInAs(page, "operator");
  await preview(page, await findingOf("orphan_rows", "conversations"), "Delete the orphans");
  await confirm(page, "Just in time");
  await applyButton(page).click();
  const run = await openedRun(page);
  expect(await endOf(run)).toBe("succeeded");
  await killEverything();
  await startAgain(page);
  await open(page, `/runs/${run}`);
  await expect(page.getByText("Succeeded", { exact: true }).first()).toBeVisible();
  expect(await count(orphans)).toBe(0);
  expect(await count("from error_logs where run_id = $1 and action = 'row.delete'", [run])).toBe(14);
  expect(await count("from plumbline.quarantine where run_id = $1 and change = 'delete'", [run])).toBe(14);
  await expectAuditUnbroken(page);
});
