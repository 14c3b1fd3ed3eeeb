import type { Page } from "@playwright/test";
import { type CheckCode, checkCodes } from "@/lib/checks/codes";
import { checks, severityOf, titleOf } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import { targetLabel } from "@/lib/checks/target-label";
import { createEngine } from "@/lib/db";
import { repairsFor } from "@/lib/repairs/registry";
import { plant } from "@/lib/scans/testing/plant";
import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { expect, signInAs, test, untilScanned } from "./support";
import { faults } from "./support/faults";
import type { Fault } from "./support/faults/fault";
import { demoPassword, emailOf } from "./support/operators";
import { productEnvironment } from "./support/product";
import { runScript } from "./support/safety/command";
import { bootGivenDatabase, type GivenDatabase } from "./support/safety/given-database";
import { type OwnProduct, pointTo, startOwn } from "./support/safety/own-product";
import { rows } from "./support/safety/repairs";

interface Found {
  id: string;
  target: Target;
}

const severities = { error: "Error", warning: "Warning", info: "Info" };

let given: GivenDatabase;
let dataDir: string;
let product: OwnProduct;
let backToShared: () => void;
/** One for all: what is shown is read, and nothing is changed. */
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  given = await bootGivenDatabase({ business: `create schema "Shop Floor"`, roles: ["anon"] });
  dataDir = await makeDataDirectory();
  await plumbline(["migrate", "--yes"]);
  await plumbline(["operators", "add", emailOf("operator"), "--role", "operator", "--password-stdin"], demoPassword);
  await spoil();
  product = await startOwn({ dataDir, env: { DATABASE_URL: given.url } });
  backToShared = pointTo(product, dataDir, given.url);
  page = await browser.newPage({ baseURL: product.baseUrl });
  await signInAs(page, "operator");
  await untilScanned();
});

test.afterAll(async () => {
  await page.close();
  backToShared();
  product.signal("SIGTERM");
  await product.ended;
  await removeDataDirectory(dataDir);
  await given.stop();
});

async function plumbline(words: string[], input?: string): Promise<void> {
  const env = { ...productEnvironment(dataDir), DATABASE_URL: given.url };
  const ended = await runScript("plumbline.js", words, { env, input });
  expect(ended).toMatchObject({ code: 0 });
}

async function spoil(): Promise<void> {
  const engine = createEngine(given.url);
  await plant(engine, [{ statements: Object.values(faults).flatMap(({ sql }) => sql), finds: [] }]);
  await engine.close();
}

for (const code of checkCodes) {
  test(`${code} is shown with what is wrong, where, how to see it and what mends it`, async () => {
    const fault: Fault = faults[code];
    const { id, target } = await foundBy(code, fault);
    await page.goto(`/findings/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: titleOf(code, target), exact: true })).toBeVisible();
    for (const text of [fault.target, fault.says, checks[code].why]) {
      await expect(page.getByRole("main").getByText(text, { exact: true }).first()).toBeVisible();
    }
    if (fault.count === null) await expect(header().getByText("Not checked", { exact: true })).toBeVisible();
    else await expectMeasured(code, target, fault.count);
    await expectRepairs(code, fault);
    await page.getByRole("link", { name: "More about this check" }).click();
    await expect(page.getByRole("heading", { level: 1, name: checks[code].title, exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "Why it matters" })).toBeVisible();
  });
}

async function foundBy(code: CheckCode, { target: label }: Fault): Promise<Found> {
  const all = await rows<Found>("select id, target from plumbline.findings where check_code = $1", [code]);
  const found = all.find(({ target }) => targetLabel(target) === label);
  if (!found) throw new Error(`${code} was found on ${all.map(({ target }) => targetLabel(target)).join("; ")}.`);
  return found;
}

/** Its number, the rows where it is about rows, and the query that gives the same. */
async function expectMeasured(code: CheckCode, target: Target, count: number): Promise<void> {
  const isOfRows = checks[code].form === "row";
  await expect(header().getByText("Failing", { exact: true })).toBeVisible();
  await expect(header().getByText(severities[severityOf(code, target)], { exact: true })).toBeVisible();
  await expect(page.locator("dt", { hasText: isOfRows ? "Rows" : "Faults" }).locator("+ dd")).toHaveText(String(count));
  const query = await page.getByRole("region", { name: "See it yourself" }).locator("pre").textContent();
  const seen = await rows<object>(query ?? "");
  if (isOfRows) await expectRows(seen, count);
  else expect(seen).not.toEqual([]);
}

async function expectRepairs(code: CheckCode, { unmended, count }: Fault): Promise<void> {
  const repairs = page.getByRole("region", { name: "Repairs" });
  const known = repairsFor(code).map(({ title }) => title);
  if (count === null) return expect(repairs).toContainText("Nothing can be repaired before it could be checked");
  if (unmended || known.length === 0) return expect(repairs).toContainText("No repair is known for this");
  const offered = await repairs.getByRole("heading", { level: 3 }).allTextContents();
  expect(offered).not.toEqual([]);
  expect(known).toEqual(expect.arrayContaining(offered));
}

/** What people see on the page, and what the query gives them elsewhere, are the same rows. */
async function expectRows(seen: object[], count: number): Promise<void> {
  const table = page.getByRole("table", { name: "Rows that break the rule" });
  await expect(table.getByRole("row")).toHaveCount(count + 1);
  expect(seen).toHaveLength(count);
  for (const [key] of seen.map((row) => Object.values(row))) {
    await expect(table.getByRole("cell", { name: String(key), exact: true }).first()).toBeVisible();
  }
}

function header() {
  return page
    .getByRole("main")
    .locator("div", { has: page.getByRole("heading", { level: 1 }) })
    .first();
}
