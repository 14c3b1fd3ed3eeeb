import type { Page } from "@playwright/test";
import { expect, resetDemo, signInAs, test } from "./support";
import { count, query } from "./support/journey/query";

test.beforeAll(resetDemo);

const card = (page: Page) => page.getByRole("region", { name: "Probes" });
const probe = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

test("an operator tries a playbook's probes and reads them statement by statement; nothing is kept", async ({
  page,
}) => {
  await signInAs(page, "operator");
  const purchases = await count("select count(*) from lead_purchases");
  await page.goto("/playbooks/lead-purchases-default");
  await expect(card(page).getByText("Never tried")).toBeVisible();
  await page.getByRole("button", { name: "Try all probes of this playbook" }).click();
  await expect(card(page).getByText("Red", { exact: true })).toBeVisible();
  await card(page).getByText("Statement by statement").click();
  const statements = card(page).getByRole("list", { name: "Statements of A purchase without an id gets one" });
  const third = statements.getByRole("listitem").nth(2);
  await expect(third).toContainText("accepted, 1 row");
  await expect(third).toContainText("refused: not null violation of id on lead_purchases (23502)");
  await expect(third.getByText("23502", { exact: true })).toBeVisible();
  expect(await count("select count(*) from lead_purchases")).toBe(purchases);

  await query("alter table lead_purchases alter id set default gen_random_uuid()");
  await page.getByRole("button", { name: "Try A purchase without an id gets one" }).click();
  await expect(card(page).getByText("Green", { exact: true })).toBeVisible();
  await query("alter table lead_purchases alter id drop default");
});

test("a viewer reads what probes came to and tries none", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/playbooks/lead-purchases-default");
  await expect(card(page).getByText("Operators try probes, because")).toBeVisible();
  await expect(card(page).getByText("operator@plumbline.test")).toBeVisible();
  await page.goto("/probes?edit=new");
  await expect(probe(page, "A purchase without an id gets one")).toBeVisible();
  await expect(page.getByRole("button", { name: "Write a probe" })).toBeDisabled();
  await expect(page.getByRole("button", { name: /^Try/ })).toHaveCount(0);
});

test("an admin writes a probe, tries it first, and has it tried by schedule", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/probes");
  await page.getByRole("button", { name: "Write a probe" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Orders have numbers");
  await page.getByLabel("What it shows").fill("An order without a number is refused");
  await page.getByLabel("SQL", { exact: true }).fill("commit");
  await page.getByLabel("Expected", { exact: true }).selectOption("Refused with a code");
  await page.getByLabel("Code", { exact: true }).fill("23502");
  await page.getByRole("button", { name: "Try it" }).click();
  const trial = page.getByRole("region", { name: "What it comes to" });
  await expect(trial.getByText("42601", { exact: true })).toBeVisible();
  await page
    .getByLabel("SQL", { exact: true })
    .fill("insert into orders (user_id, total) values (gen_random_uuid(), 1)");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(trial.getByText("Green", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(probe(page, "Orders have numbers").getByText("admin@plumbline.test answers for it.")).toBeVisible();
  await page.getByRole("button", { name: "Try Orders have numbers" }).click();
  await expect(probe(page, "Orders have numbers").getByText("Green", { exact: true })).toBeVisible();

  await page.getByRole("tab", { name: "Schedule" }).click();
  await page.getByLabel("In cron syntax").fill("0 4 * * *");
  await page.getByRole("button", { name: "Save the schedule" }).click();
  await expect(page.getByText("Probes are tried by themselves:")).toBeVisible();
  await page.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByText("no schedule is set")).toBeVisible();
});
