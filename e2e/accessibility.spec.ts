import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, resetDemo, signInAs, test } from "./support";
import { makeKey } from "./support/api-keys";
import { chooseTable } from "./support/checks";
import { dark, type Look, light, wear } from "./support/journey/looks";
import { expectFiveFailing } from "./support/journey/overview";
import { count, query } from "./support/journey/query";
import { openIncident, preview, repair } from "./support/journey/screens";

test.describe.configure({ timeout: 120_000 });

/** Parts of addresses that one preview and one run leave behind. */
const made = { finding: "", plan: "", run: "", entry: "" };

/** What an operator and a viewer have open, side by side; each shows one page after the other. */
let asOperator: Page;
let asViewer: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  await resetDemo();
  asOperator = await browser.newPage({ baseURL });
  asViewer = await browser.newPage({ baseURL });
  await signInAs(asViewer, "viewer");
  const page = asOperator;
  await signInAs(page, "operator");
  await page.goto("/");
  await expectFiveFailing(page);
  await openIncident(page, "A lead cannot be purchased");
  const fill = { step: "Fill the empty status of purchases", repair: "Fill with the default" };
  made.run = await repair(page, fill, { reason: "Reports leave these out" });
  await openIncident(page, "Rows of users who are not there");
  await preview(page, { step: "Clean the orphaned orders", repair: "Delete the orphans" });
  made.plan = page.url().split("/").at(-1) ?? "";
  const [plan] = await query("select finding_id from plumbline.plans where id = $1", [made.plan]);
  const [entry] = await query("select id from error_logs where run_id = $1 and action = 'row.change' limit 1", [
    made.run,
  ]);
  made.finding = plan?.finding_id ?? "";
  made.entry = entry?.id ?? "";
  expect(await count("select count(*) from plumbline.runs")).toBe(1);
});

test.afterAll(async () => {
  await asOperator.close();
  await asViewer.close();
});

const pages: Record<string, () => string> = {
  Overview: () => "/",
  Sessions: () => "/sessions",
  Leads: () => "/leads",
  Purchases: () => "/purchases",
  Conversations: () => "/conversations",
  Findings: () => "/findings",
  Map: () => "/map",
  "the map as a list": () => "/map?view=list",
  References: () => "/references",
  "a finding": () => `/findings/${made.finding}`,
  Checks: () => "/checks",
  "a check": () => "/checks/custom_check",
  "checks that people wrote": () => "/checks?tab=written",
  "the baseline": () => "/checks?tab=baseline",
  "the schedule": () => "/checks?tab=schedule",
  Playbooks: () => "/playbooks",
  "a playbook": () => "/playbooks/foreign-key-violation",
  Probes: () => "/probes",
  "the schedule of probes": () => "/probes?tab=schedule",
  "a preview": () => `/plans/${made.plan}`,
  Runs: () => "/runs",
  "a run": () => `/runs/${made.run}`,
  Quarantine: () => "/quarantine",
  "a playbook in order": () => "/playbooks/foreign-key-violation/in-order",
  Audit: () => "/audit",
  "API keys, as those who are no admins see them": () => "/settings/api-keys",
  "an address that names nothing": () => "/no-such-page",
};

for (const [name, address] of Object.entries(pages)) {
  test(`${name} has no accessibility violations`, async () => {
    await Promise.all([look(asOperator, address(), light.wide), look(asViewer, address(), dark.narrow)]);
  });
}

test("signing in has no accessibility violations", async ({ page }) => {
  await page.goto("/login");
  await expectAccessible(page, [light.wide, dark.narrow, dark.wide, light.narrow]);
});

test("a dialog, its faults and a menu have no accessibility violations", async ({ page }) => {
  await signInAs(page, "operator");
  await page.goto(`/plans/${made.plan}`);
  await page.getByRole("button", { name: "Apply…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, [light.wide, dark.narrow]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: /^Operator menu/ }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectAccessible(page, [dark.narrow]);
});

test("the editor of a check, its faults and the question before a baseline have no accessibility violations", async ({
  page,
}) => {
  await signInAs(page, "admin");
  await page.goto("/checks?tab=written&edit=new");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, [light.wide, dark.narrow]);
  await page.getByRole("combobox", { name: "Table", exact: true }).click();
  await page.getByRole("combobox", { name: "Part of its name" }).fill("public.or");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await expectAccessible(page, [light.wide, dark.narrow]);
  await page.keyboard.press("Escape");
  await chooseTable(page, "public.orders");
  await page.getByLabel("SQL", { exact: true }).fill("t.total > 0");
  await expect(page.getByText(/^counted in/)).toBeVisible();
  await expectAccessible(page, [dark.wide, light.narrow]);
  await page.goto("/checks?tab=baseline");
  await page.getByRole("button", { name: /^Take everything/ }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, [light.narrow, dark.wide]);
});

test("API keys, their dialogs and faults have no accessibility violations", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/settings/api-keys");
  await expect(page.getByText("There is no key yet")).toBeVisible();
  await expectAccessible(page, [light.wide, dark.narrow]);
  await page.getByRole("button", { name: "New key…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Make the key" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, [light.wide, dark.narrow]);
  await makeKey(page, { name: "WhatsApp", scopes: ["channels:write", "sessions:write"] });
  await expectAccessible(page, [dark.wide, light.narrow]);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(dialog).toBeHidden();
  await expectAccessible(page, [light.wide, dark.narrow]);
  await page.getByRole("button", { name: "Change…" }).click();
  await expectAccessible(page, [light.narrow, dark.wide]);
});

test("a probe that was tried and the editor of one have no accessibility violations", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/playbooks/lead-purchases-default");
  await page.getByRole("button", { name: "Try all probes of this playbook" }).click();
  const probes = page.getByRole("region", { name: "Probes" });
  await expect(probes.getByText("Red", { exact: true })).toBeVisible();
  await probes.getByText("Statement by statement").click();
  await expectAccessible(page, [light.wide, dark.narrow]);
  await page.goto("/probes?edit=new");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Expected", { exact: true }).selectOption("Returns these rows");
  await expectAccessible(page, [dark.wide, light.narrow]);
});

test("the sheet of a record and of an audit entry have no accessibility violations", async ({ page }) => {
  await signInAs(page, "viewer");
  const [order] = await query("select id from orders order by id limit 1");
  for (const address of [`/purchases?tab=orders&open=${order?.id}`, `/audit?run=${made.run}&entry=${made.entry}`]) {
    await page.goto(address);
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, [light.wide, dark.narrow]);
  }
});

test("the navigation of a narrow screen has no accessibility violations", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await signInAs(page, "viewer");
  await page.goto("/");
  await page.getByRole("button", { name: "Open the menu" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, [light.narrow, dark.narrow]);
});

async function look(page: Page, address: string, wanted: Look): Promise<void> {
  await page.goto(address);
  await expectAccessible(page, [wanted]);
}

async function expectAccessible(page: Page, wanted: Look[]): Promise<void> {
  for (const look of wanted) {
    await test.step(`${look.colorScheme}, ${look.width} wide`, async () => {
      await wear(page, look);
      await expectNoAxeViolations(page);
    });
  }
}
