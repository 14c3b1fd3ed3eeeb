import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, resetDemo, signInAs, test } from "./support";
import { dark, light, wear } from "./support/journey/looks";
import { statusOf } from "./support/journey/screens";
import { apply, count, findingOf, preview } from "./support/safety/repairs";
import { addSlowOrders } from "./support/slow-orders";

const slow = 30_000;
/** Of the demo as it was found. */
const demoOrphans = 23;

/** Two browsers: of who repairs, and of somebody who watches. */
let operator: Page;
let viewer: Page;
let plan: string;
let run: string;

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(90_000);
  await resetDemo();
  await addSlowOrders(slow);
  operator = await browser.newPage({ baseURL });
  viewer = await browser.newPage({ baseURL });
  await signInAs(viewer, "viewer");
  await signInAs(operator, "operator");
  plan = await preview(operator, await findingOf("orphan_rows", "orders"), "Delete the orphans");
  run = await apply(operator, "Nobody has ordered these");
});

test.afterAll(async () => {
  await operator.close();
  await viewer.close();
});

// Each goes on from where the one before has left the run.
test.describe.configure({ mode: "serial" });

test("a run under way shows how far it is, how fast it goes and how long it takes, in every browser", async () => {
  await viewer.goto(`/runs/${run}`);
  for (const page of [operator, viewer]) {
    await expect(statusOf(page, "Running")).toBeVisible();
    // It is told from the first three batches on.
    await expect(page.getByText(/\d batches done, [\d,]+ rows\/s, about .* left/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("img", { name: /^Time of a batch/ })).toBeVisible();
    await expect(page.getByText(/^Batch [\d,]+: [\d,]+ rows changed in/).first()).toBeVisible();
  }
});

test("a viewer watches and cannot act", async () => {
  for (const name of ["Pause", "Resume", "Cancel the run…", "Take over…"]) {
    await expect(viewer.getByRole("button", { name })).toHaveCount(0);
  }
  await expect(viewer.getByText("You are signed in as a viewer.")).toBeVisible();
});

test("whoever looks at the table, its finding or a preview of it is told that a run is on", async () => {
  const finding = await findingOf("orphan_rows", "orders");
  for (const address of ["/purchases?tab=orders", `/findings/${finding}`, `/plans/${plan}`]) {
    await viewer.goto(address);
    await expect(viewer.getByRole("note").filter({ hasText: "A run is on: Delete the orphans" })).toBeVisible();
  }
  await viewer.goto("/leads");
  await expect(viewer.getByRole("grid").first()).toBeVisible();
  await expect(viewer.getByText("A run is on")).toHaveCount(0);
});

test("a paused run keeps its place, here and there and after a reload", async () => {
  await viewer.goto(`/runs/${run}`);
  await operator.getByRole("button", { name: "Pause" }).focus();
  await operator.keyboard.press("Enter");
  await expect(statusOf(operator, "Paused")).toBeVisible();
  await operator.keyboard.press("Tab");
  await expect(operator.getByRole("button", { name: "Resume" })).toBeFocused();
  const place = await placeOf(operator);
  expect(place).toMatch(/^[\d,]+ of [\d,]+ rows changed\. Paused$/);
  await expect(statusOf(viewer, "Paused")).toBeVisible();
  expect(await placeOf(viewer)).toBe(place);
  await operator.reload();
  await expect(statusOf(operator, "Paused")).toBeVisible();
  expect(await placeOf(operator)).toBe(place);
  await expect(operator.getByText("The run was asked to pause.")).toBeVisible();
  for (const look of [light.wide, dark.narrow]) {
    await wear(operator, look);
    await expectNoAxeViolations(operator);
  }
  await wear(operator, light.wide);
});

test("the list is narrowed by the address, and on a narrow screen each value stands under its own heading", async () => {
  await viewer.goto("/runs?status=paused&table=public.orders&repair=delete-orphans");
  await expect(viewer.getByRole("link", { name: "Delete the orphans" })).toBeVisible();
  await viewer.getByRole("combobox", { name: "Status" }).selectOption({ label: "Succeeded" });
  await expect(viewer.getByText("No run matches")).toBeVisible();
  await viewer.goBack();
  await expect(viewer.getByRole("link", { name: "Delete the orphans" })).toBeVisible();
  await wear(viewer, light.narrow);
  await expect(viewer.getByRole("columnheader")).toHaveText(["Status", "Repair and reason"]);
  await expect(viewer.getByText(/^public\.orders: [\d,]+ rows changed, 0 skipped$/)).toBeVisible();
  await wear(viewer, light.wide);
});

test("a resumed run goes on from there, and a cancelled one leaves the rest alone", async () => {
  await viewer.goto(`/runs/${run}`);
  const before = await orphans();
  await operator.getByRole("button", { name: "Resume" }).click();
  await expect(statusOf(viewer, "Running")).toBeVisible();
  await expect.poll(orphans).toBeLessThan(before);
  await operator.getByRole("button", { name: "Cancel the run…" }).click();
  const dialog = operator.getByRole("alertdialog", { name: "Cancel this run?" });
  await expect(dialog).toContainText(/rows are changed and stay so; [\d,]+ are left alone\./);
  await dialog.getByRole("button", { name: "Cancel the run" }).click();
  for (const page of [operator, viewer]) {
    await expect(statusOf(page, "Cancelled")).toBeVisible();
    await expect(page.getByText("The run was cancelled", { exact: true })).toBeVisible();
    await expect(page.getByText(/of 30,023 rows changed\. What was done stays/)).toBeVisible();
  }
  const left = await orphans();
  expect(left).toBeGreaterThan(0);
  expect(await count("from plumbline.quarantine where run_id = $1", [run])).toBe(slow + demoOrphans - left);
  await expect(operator.getByRole("button", { name: "Preview the undo" })).toBeEnabled();
  await operator.getByRole("button", { name: "Verify again" }).click();
  await expect(operator.getByText("The check does not pass yet")).toBeVisible();
});

test("what the run left is listed by key with the reason, here and there and after a reload, and is a file", async () => {
  for (const page of [operator, viewer]) {
    await expect(leftRows(page).getByText("The run was cancelled before its turn came.").first()).toBeVisible();
  }
  await operator.getByRole("combobox", { name: "Which of the rows" }).selectOption({ label: "Skipped" });
  await expect(leftRows(operator).getByText("None of the rows is skipped.")).toBeVisible();
  await operator.reload();
  await expect(leftRows(operator).getByText("None of the rows is skipped.")).toBeVisible();
  await operator.getByRole("combobox", { name: "Which of the rows" }).selectOption({ label: "Not done" });
  const downloaded = operator.waitForEvent("download");
  await leftRows(operator).getByRole("link", { name: "Export CSV" }).click();
  const lines = (await readFile(await (await downloaded).path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength((await orphans()) + 1);
  await wear(operator, dark.narrow);
  await expectNoAxeViolations(operator);
});

function leftRows(page: Page) {
  return page.getByRole("region", { name: "Rows left as they were" });
}

function orphans(): Promise<number> {
  return count("from orders as o where not exists (select from profiles as p where p.id = o.user_id)");
}

async function placeOf(page: Page): Promise<string | null> {
  return page.getByText(/rows changed\. Paused$/).textContent();
}
