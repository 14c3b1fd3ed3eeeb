import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/roles";
import { expect, resetDemo, signInAs, test, withEngine } from "./support";
import { cookieOf, send, withhold } from "./support/safety/action-request";
import {
  applyButton,
  begunOn,
  confirm,
  count,
  endOf,
  findingOf,
  openedRun,
  preview,
  rows,
} from "./support/safety/repairs";

test.beforeAll(resetDemo);

async function open(browser: Browser, role: Role, baseURL: string | undefined): Promise<Page> {
  const page = await browser.newPage({ baseURL });
  await signInAs(page, role);
  return page;
}

/** One run, and one audit row for the start, the end and each row. */
async function expectOnce(plan: string, run: string, changed: number): Promise<void> {
  expect(await endOf(run)).toBe("succeeded");
  expect(await rows("select id, changed from plumbline.runs where plan_id = $1", [plan])).toEqual([
    { id: run, changed: String(changed) },
  ]);
  const audited = await rows(
    "select action, count(*)::integer as count from error_logs where run_id = $1 group by action order by action",
    [run],
  );
  expect(audited).toEqual([
    { action: expect.stringMatching(/^row\./), count: changed },
    { action: "run.finish", count: 1 },
    { action: "run.start", count: 1 },
  ]);
  expect(await count("from plumbline.quarantine where run_id = $1", [run])).toBe(changed);
}

test("two clicks on Apply at the same instant run once", async ({ page }) => {
  await signInAs(page, "operator");
  const plan = await preview(page, await findingOf("active_but_expired", "sessions"), "End them");
  await confirm(page, "Clicked twice");
  await applyButton(page).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expectOnce(plan, await openedRun(page), 38);
});

test("two browsers that apply one plan at the same instant run it once, and see the same run", async ({
  browser,
  baseURL,
}) => {
  const pages = await Promise.all((["operator", "admin"] as const).map((role) => open(browser, role, baseURL)));
  const [first, second] = pages as [Page, Page];
  const plan = await preview(first, await findingOf("orphan_rows", "leads"), "Delete the orphans");
  await second.goto(`/plans/${plan}`);
  for (const page of pages) await confirm(page, "Both of us");
  await Promise.all(pages.map((page) => applyButton(page).click()));
  const [run, sameRun] = await Promise.all(pages.map(openedRun));
  expect(sameRun).toBe(run);
  await expectOnce(plan, run ?? "", 31);
  for (const page of pages) await page.context().close();
});

test("a storm of requests for one plan runs it once", async ({ page }) => {
  await signInAs(page, "operator");
  const plan = await preview(page, await findingOf("orphan_rows", "conversations"), "Delete the orphans");
  await confirm(page, "A storm");
  const call = await withhold(page, () => applyButton(page).click());
  const cookie = await cookieOf(page.context());
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(call, { cookie })));
  const runs = new Set(answers.map(({ text }) => text.match(/"runId":"([0-9a-f-]+)"/)?.[1]));
  const [run] = runs;
  expect([...runs]).toEqual([expect.any(String)]);
  await expectOnce(plan, run ?? "", 14);
});

test("of two plans on one table at once, one runs and the other is told who is at work", async ({
  page,
  browser,
  baseURL,
}) => {
  const finding = await findingOf("orphan_rows", "orders");
  const other = await open(browser, "admin", baseURL);
  await signInAs(page, "operator");
  for (const each of [page, other]) {
    await preview(each, finding, "Delete the orphans");
    await confirm(each, "At the same time");
  }
  let run = "";
  await withEngine(async (holder) => {
    await holder.query("begin");
    await holder.query(
      "select from orders o where not exists (select from profiles p where p.id = o.user_id) for update",
    );
    await applyButton(page).click();
    run = await begunOn("orders");
    await applyButton(other).click();
    await expect(other.getByText("Nothing was started")).toBeVisible();
    await expect(
      other.getByText(
        `public.orders is being repaired by operator@plumbline.test (delete-orphans, run ${run}). One run per table: wait until it has ended.`,
      ),
    ).toBeVisible();
    await holder.query("rollback");
  });
  expect(await endOf(run)).toBe("succeeded");
  expect(await count("from plumbline.runs where table_name = 'orders'")).toBe(1);

  await other.getByRole("button", { name: "Preview again" }).click();
  await expect(other.getByText("No row has this fault now")).toBeVisible();
  await other.context().close();
});
