import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, resetDemo, signInAs, test } from "./support";
import { applyButton, confirm, count } from "./support/safety/repairs";

const address = "/playbooks/lead-purchases-default/in-order";
const runs = () => count("from plumbline.runs");

test.beforeAll(resetDemo);

test("a viewer sees how far it is and begins nothing", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto(address);
  await expect(page.getByText("0 of 2 done")).toBeVisible();
  await expect(page.getByRole("button", { name: "Preview step 1" })).toBeDisabled();
});

test("the steps go in order, each previewed before it runs, and a reload loses nothing", async ({ page }) => {
  await signInAs(page, "operator");
  await page.goto("/playbooks/lead-purchases-default");
  await page.getByRole("link", { name: "Run all steps in order" }).click();
  await page.getByRole("button", { name: "Preview step 1" }).click();
  await expect(page.getByText("Nothing has been changed yet")).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await runs()).toBe(0);
  await page.reload();
  await applyHere(page);
  await page.reload();
  await page.getByRole("button", { name: "Preview the next step" }).click();
  await expect(page.getByText("Nothing has been changed yet")).toBeVisible();
  expect(await runs()).toBe(1);
  await applyHere(page);
  await page.getByRole("button", { name: "Preview the next step" }).click();
  await expect(page.getByText("Every step is done.")).toBeVisible();
  expect(await runs()).toBe(2);
});

/** Confirms the preview on the screen and waits until its run is proved, without leaving the chain. */
async function applyHere(page: Page): Promise<void> {
  await confirm(page, "As the document says");
  await applyButton(page).click();
  await expect(page).toHaveURL(/in-order\?run=/);
  await expect(page.getByRole("button", { name: "Preview the next step" })).toBeVisible({ timeout: 20_000 });
}
