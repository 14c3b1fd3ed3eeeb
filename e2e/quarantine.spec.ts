import { readFileSync } from "node:fs";
import { expect, expectNoAxeViolations, resetDemo, signInAs, test } from "./support";
import { apply, endOf, findingOf, preview, rows } from "./support/safety/repairs";

let run = "";

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  await resetDemo();
  const page = await browser.newPage({ baseURL });
  await signInAs(page, "operator");
  await preview(page, await findingOf("orphan_rows", "orders"), "Delete the orphans");
  run = await apply(page, "Nobody knows these users");
  expect(await endOf(run)).toBe("succeeded");
  await page.close();
});

test("a removed row is found again, seen before and after, and exported", async ({ page }) => {
  await signInAs(page, "operator");
  const [image] = await rows<{ id: string; key: string }>(
    "select id, key ->> 'id' as key from plumbline.quarantine where run_id = $1 order by id limit 1",
    [run],
  );
  await page.goto(`/quarantine?run=${run}&key=${image?.key}`);
  await expect(page.getByRole("region", { name: "Rows in quarantine" }).or(page.getByRole("table"))).toBeVisible();
  await page.getByRole("button", { name: image?.key ?? "" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("row").filter({ hasText: "user_id" })).toContainText("removed");
  await expect(sheet).toContainText("Nobody knows these users");
  await expect(page).toHaveURL(new RegExp(`row=${image?.id}`));
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe("at,run,repair,table,key,change,column,before,after");
  expect(lines.slice(1).every((line) => line.includes(run))).toBe(true);
});

test("chosen rows come back, and the others stay", async ({ page }) => {
  await signInAs(page, "operator");
  await page.goto(`/runs/${run}`);
  await page.getByRole("button", { name: "Preview the undo" }).click();
  await page
    .getByRole("checkbox", { name: /^Choose / })
    .nth(1)
    .click();
  await page.getByRole("button", { name: "Preview again with this row" }).click();
  await expect(page.getByText("Only 1 row that was chosen is taken back")).toBeVisible();
  const undo = await apply(page, "Sales found this one");
  expect(await endOf(undo)).toBe("succeeded");
  expect((await rows("select from plumbline.quarantine where run_id = $1", [undo])).length).toBe(1);
});

test("an admin sets the retention, removes the rows of a run, and its undo is refused; a viewer only looks", async ({
  page,
}) => {
  await signInAs(page, "viewer");
  await page.goto("/quarantine");
  await expect(page.getByText("Operators export these rows")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change…" })).toBeDisabled();
  await signInAs(page, "admin");
  await page.goto(`/quarantine?run=${run}`);
  await page.getByRole("button", { name: "Change…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Days after the run").fill("90");
  await dialog.getByLabel("Reason").fill("As agreed with legal");
  await dialog.getByRole("button", { name: "Set" }).click();
  await expect(page.getByText("Rows are kept for 90 days after their run")).toBeVisible();
  await page.getByRole("button", { name: "Remove these rows…" }).click();
  await dialog.getByLabel("Reason").fill("Asked for by a customer");
  const label = await dialog.getByText(/^Type “/).textContent();
  await dialog.getByLabel(/^Type “/).fill(label?.match(/“(.*)”/)?.[1] ?? "");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("The rows of this run are gone")).toBeVisible();
  await page.goto(`/runs/${run}`);
  await expect(page.getByText("Its before-images were removed from quarantine on")).toBeVisible();
});
