import { expect, type Page } from "@playwright/test";
import { withEngine } from "../engine";

const incidents = [
  "Sessions cannot begin without a lead",
  "A lead cannot be purchased",
  "Messages without their conversation",
  "Two customers, one session",
  "Rows of users who are not there",
];

const groups = ["Sessions", "Leads", "Purchases", "Conversations"];

export async function expectFiveFailing(page: Page): Promise<void> {
  // The server looks every ten seconds whether it has a database that was never scanned.
  await expect(page.getByText("5 of 5 incidents failing.")).toBeVisible({ timeout: 30_000 });
  await expectStates(page, "Failing");
}

export async function expectFiveHealthy(page: Page): Promise<void> {
  await expect(page.getByText("Every check that was made passes.")).toBeVisible();
  await expectStates(page, "Healthy");
}

async function expectStates(page: Page, state: "Failing" | "Healthy"): Promise<void> {
  const rows = page.getByRole("region", { name: "Incidents" }).getByRole("listitem");
  await expect(rows.getByRole("heading", { level: 3 })).toHaveText(incidents);
  await expect(rows.getByText(state, { exact: true })).toHaveCount(incidents.length);
  const tables = page.getByRole("region", { name: "Tables" });
  await expect(tables.getByRole("heading", { level: 3 })).toHaveText([...groups, "Other tables"]);
  // No incident is about the other tables, and nothing is wrong with them.
  await expect(tables.getByText(state, { exact: true })).toHaveCount(groups.length + (state === "Healthy" ? 1 : 0));
}

/** Scans; a table that is locked meanwhile keeps the scan long enough to see how far it is. */
export async function scan(page: Page, email: string): Promise<void> {
  await withEngine(async (client) => {
    await client.query("begin");
    await client.query("lock table public.leads in access exclusive mode");
    await page.getByRole("button", { name: "Scan now" }).click();
    await expect(page.getByRole("progressbar", { name: "Tables scanned" })).toBeVisible();
    await client.query("rollback");
  });
  await expect(page.getByText(new RegExp(`Scanned .* by ${email}`))).toBeVisible();
  await expect(page.getByRole("button", { name: "Scan now" })).toBeEnabled();
}
