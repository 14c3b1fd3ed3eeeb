import type { Page } from "@playwright/test";
import { expect, resetDemo, signInAs, test } from "./support";
import { writeRule } from "./support/checks";
import { expectFiveFailing } from "./support/journey/overview";
import { count } from "./support/journey/query";
import { scanNow } from "./support/safety/repairs";

const paid = "select count(*) from orders where status = 'paid' and total > 50000";
const rule = { name: "Dear orders", table: "public.orders", sql: "t.status = 'paid' and t.total > 50000" };

test.beforeAll(resetDemo);

test("the numbers of the library lead to lists of exactly those findings", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/checks?search=orphan_rows");
  const row = page.getByRole("listitem").filter({ hasText: "orphan_rows" });
  const failing = await count(
    "select count(*) from plumbline.findings where check_code = 'orphan_rows' and status = 'failing'",
  );
  await row.getByRole("link", { name: `${failing} failing` }).click();
  await expect(page).toHaveURL(/\/findings\?check=orphan_rows&status=failing/);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(failing);
});

test("a check's page says why it matters and how to see it in SQL", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/checks?search=orphan_rows");
  await page.getByRole("link", { name: "Orphaned rows", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Orphaned rows" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Why it matters" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Repairs" })).toContainText("Delete the orphans");
  await page.goto("/checks/no_such_check");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Orphaned rows");
});

test("an admin writes a check that is tried as it is typed, and the next scan measures it", async ({ page }) => {
  await signInAs(page, "admin");
  const rows = await count(paid);
  await writeRule(page, { ...rule, sql: "t.status = 'paid' and t.totl > 50000" });
  const tried = page.getByRole("region", { name: "What it would find now" });
  await expect(tried).toContainText("PostgreSQL does not understand it: column t.totl does not exist (42703).");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It cannot be checked as it stands. PostgreSQL does not understand it")).toBeVisible();
  await page.getByLabel("SQL", { exact: true }).fill(rule.sql);
  await expect(tried.getByText(`${rows} rows`)).toBeVisible();
  await expect(tried.getByRole("row")).toHaveCount(rows + 1);
  await page.getByLabel("Severity").selectOption("Error");
  await page.getByRole("button", { name: "Save" }).click();
  const written = page.getByRole("listitem").filter({ hasText: rule.name });
  await expect(written.getByText("The next scan measures it")).toBeVisible();

  await scanNow(page);
  await page.goto("/checks?tab=written");
  await written.getByRole("link", { name: `${rows} rows` }).click();
  await expect(page.getByRole("heading", { level: 1, name: rule.name })).toBeVisible();
  await expect(page.getByText(`${rows} rows of orders are named by "${rule.name}".`)).toBeVisible();

  await page.goto("/checks?tab=written");
  await page.getByRole("button", { name: `Remove ${rule.name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Nobody has written a check yet")).toBeVisible();
});

test("viewers and operators see why they write no checks, take no baseline and set no schedule", async ({ page }) => {
  for (const role of ["viewer", "operator"] as const) {
    await signInAs(page, role);
    await page.goto("/checks?tab=written&edit=new");
    await expect(page.getByText("Admins write checks, because")).toBeVisible();
    await expect(page.getByRole("button", { name: "Write a check" })).toBeDisabled();
    await page.getByRole("tab", { name: "Known today" }).click();
    await expect(page.getByText("Admins decide this")).toBeVisible();
    await expect(page.getByRole("button", { name: "Take everything" })).toBeDisabled();
    await page.getByRole("tab", { name: "Schedule" }).click();
    await expect(page.getByText("Admins set the schedule")).toBeVisible();
  }
});

test("what is taken as known does not count on the overview until everything counts again", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/checks?tab=baseline");
  await decide(page, "Take everything that fails today as known…", "Take as known");
  await expect(page.getByText(/findings are known: admin@plumbline.test took the baseline/)).toBeVisible();
  await page.goto("/");
  await expect(page.getByText("0 findings are failing")).toBeVisible();

  await page.goto("/checks?tab=baseline");
  await decide(page, "Count everything again…", "Count everything");
  await expect(page.getByText("no baseline was taken")).toBeVisible();
  await page.goto("/");
  await expectFiveFailing(page);
});

test("an admin has scans start by themselves, and turns that off", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/checks?tab=schedule");
  const cron = page.getByLabel("In cron syntax");
  await cron.fill("every day");
  await expect(page.getByText('"every day" is no schedule in cron syntax.')).toBeVisible();
  await page.getByLabel("Time zone").fill("Asia/Kolkata");
  await page.getByLabel("How often").selectOption("Monday to Friday at 02:30");
  await expect(cron).toHaveValue("30 2 * * 1-5");
  await expect(page.getByText(/at 02:30 GMT\+5:30/)).toHaveCount(3);
  await page.getByRole("button", { name: "Save the schedule" }).click();
  await expect(page.getByText("Scans start by themselves: 30 2 * * 1-5, Asia/Kolkata.")).toBeVisible();
  await page.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByText("no schedule is set")).toBeVisible();
});

async function decide(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole("button", { name: question }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: answer }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Reason").fill("We begin with what there is");
  await dialog.getByRole("button", { name: answer }).click();
  await expect(dialog).toBeHidden();
}
