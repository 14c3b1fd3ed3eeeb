import type { Page } from "@playwright/test";
import type { CheckCode } from "@/lib/checks/codes";
import { createEngine } from "@/lib/db";
import type { RepairCode } from "@/lib/repairs/codes";
import { repairOf } from "@/lib/repairs/registry";
import { plant } from "@/lib/scans/testing/plant";
import { expect, resetDemo, signInAs, test } from "./support";
import { environment } from "./support/environment";
import { apply, rows, scanNow } from "./support/safety/repairs";
import { type Plant, plants } from "./support/walk/plants";
import { stateOf } from "./support/walk/state";
import { expectNoWayBack, undo } from "./support/walk/undo";

test.describe.configure({ timeout: 400_000 });

/** One for all of them. */
let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  await resetDemo();
  await spoil(["create schema walk", ...Object.values(plants).flatMap(({ sql }) => sql)]);
  page = await browser.newPage({ baseURL });
  // Who writes a repair as SQL is an admin.
  await signInAs(page, "admin");
  await scanNow(page);
});

test.afterAll(async () => {
  await page.close();
  await rows("drop schema walk cascade");
});

for (const [code, planted] of Object.entries<Plant>(plants)) {
  const { title } = repairOf(code as RepairCode);
  const wayBack = planted.noWayBack ? "says that there is no way back" : "is undone to the last character";
  test(`${code}: ${title} is previewed, applied and proved, and ${wayBack}`, async () => {
    const asFound = await stateOf("walk");
    await page.goto(`/findings/${await failing(planted.check, planted.table)}`);
    const form = page.getByRole("form", { name: title, exact: true });
    await planted.choose?.(form);
    await form.getByRole("button", { name: `Preview: ${title}` }).click();
    await expect(page).toHaveURL(/\/plans\//);
    expect(await stateOf("walk")).toEqual(asFound);

    const run = await apply(page, "As it was previewed");
    await expect(page.getByText("Verified: the check passes")).toBeVisible({ timeout: 30_000 });
    expect(await stateOf("walk")).not.toEqual(asFound);

    if (planted.noWayBack) return expectNoWayBack(page, run, planted.noWayBack);
    await undo(page, run);
    expect(await stateOf("walk")).toEqual(asFound);
  });
}

test("the type of a column of a large table is changed beside those who use it, and every value is kept", async () => {
  const rowsOf = () =>
    rows("select count(*), md5(string_agg(customer_id::text, ',' order by session_id)) from sessions");
  await spoil([
    `insert into sessions (customer_id, phone, channel, status)
     select n, '+91', 'chat', 'expired' from generate_series(1, 2000001) as n`,
  ]);
  await scanNow(page);
  const asFound = await rowsOf();
  await page.goto(`/findings/${await failing("column_type_mismatch", "sessions")}`);
  await page.getByRole("button", { name: "Preview: Change the type" }).click();
  await expect(page.getByText("by way of a second column")).toBeVisible();
  const run = await apply(page, "Customer ids are text");
  await expect(page.getByText("Verified: the check passes")).toBeVisible({ timeout: 240_000 });
  expect(await rowsOf()).toEqual(asFound);
  await expectNoWayBack(page, run, "so there is no way back.");
});

/** One table may have several findings of a check, of which one fails. */
async function failing(check: CheckCode, table: string): Promise<string> {
  const found = await rows<{ id: string }>(
    "select id from plumbline.findings where check_code = $1 and table_name = $2 and status = 'failing'",
    [check, table],
  );
  expect(found).toHaveLength(1);
  return found[0]?.id ?? "";
}

async function spoil(statements: string[]): Promise<void> {
  const engine = createEngine(environment.engineUrl.get());
  await plant(engine, [{ statements, finds: [] }]);
  await engine.close();
}
