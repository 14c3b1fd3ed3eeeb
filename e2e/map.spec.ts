import { expect, expectNoAxeViolations, resetDemo, signInAs, test } from "./support";
import { count, query } from "./support/journey/query";

const orphans = `
  select count(*) from orders where user_id is not null and not exists (select 1 from profiles where id = user_id)
`;
const broken = "orders (user_id) → profiles (id)";
const undeclared = "public.chat_messages_v2 (session_id) → public.conversation_sessions (id)";
let label: string;

test.beforeAll(async () => {
  await resetDemo();
  label = `${await count(orphans)} orphaned rows`;
});

test("the picture shows how many rows break a reference, and leads to the finding by the keyboard alone", async ({
  page,
}) => {
  await signInAs(page, "viewer");
  await page.goto("/map");
  const line = page.getByRole("link", { name: `${label}: ${broken}` });
  await expect(line).toBeVisible();
  await page.getByRole("searchbox", { name: "Table" }).fill("orders");
  await expect(page.getByText("2 tables, 1 reference, 1 broken")).toBeVisible();
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Orphaned rows" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Table" })).toHaveValue("orders");
  await page.getByRole("link", { name: /^profiles/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/findings\?.*table=profiles/);
});

test("the keys move the picture and change its size", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/map");
  const picture = page.getByRole("application");
  const table = page.getByRole("link", { name: /^orders/ });
  const leftOf = async () => (await table.boundingBox())?.x ?? 0;
  const widthOf = async () => (await table.boundingBox())?.width ?? 0;
  await expect(table).toBeVisible();
  const [left, width] = [await leftOf(), await widthOf()];
  await picture.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(leftOf).toBeLessThan(left);
  await page.keyboard.press("-");
  await expect.poll(widthOf).toBeLessThan(width);
});

test("the list says the same, the broken ones first, and is what a narrow screen shows", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto("/map");
  await expect(page.getByRole("tab", { name: "As a list" })).toHaveAttribute("aria-selected", "true");
  const rows = page.getByRole("region", { name: "References" }).getByRole("listitem");
  const row = rows.filter({ hasText: "orders (user_id)" });
  await expect(row).toContainText(label);
  await expect(row).toContainText("Expected by an incident, no foreign key");
  await expect(rows.first()).toContainText("orphaned rows");
  await page.getByLabel("Only broken").check();
  await expect(rows.filter({ hasText: "Healthy" })).toHaveCount(0);
  await row.getByRole("link", { name: "Orphaned rows" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Orphaned rows" })).toBeVisible();
});

test("an operator adopts a reference with a reason, and thinks better of it", async ({ page }) => {
  await signInAs(page, "operator");
  await page.goto("/references");
  const item = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Reject ${undeclared}` }) });
  await item.getByRole("button", { name: `Adopt ${undeclared}` }).click();
  const form = page.getByRole("form", { name: `Adopt ${undeclared}` });
  await form.getByRole("button", { name: "Adopt" }).click();
  await expect(form.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expectNoAxeViolations(page);
  await form.getByLabel("Reason").fill("The application joins them");
  await form.getByRole("button", { name: "Adopt" }).click();
  await expect(page.getByText("Adopted. The next scan checks its rows.")).toBeVisible();
  expect(await decision()).toEqual({ state: "adopted", reason: "The application joins them" });

  await page.getByLabel("State").selectOption("Adopted (1)");
  await expect(page.getByText("“The application joins them”")).toBeVisible();
  await page.getByRole("button", { name: `Reject ${undeclared}` }).click();
  await page.getByLabel("Reason").fill("It is the session of another system");
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(page.getByText("None in this state")).toBeVisible();
  expect(await decision()).toMatchObject({ state: "rejected" });
  await page.goto("/map?view=list");
  await expect(page.getByText("orders (user_id)").first()).toBeVisible();
  await expect(page.getByText("chat_messages_v2 (session_id)")).toHaveCount(0);
});

test("a viewer reads the references and why the decision is not theirs", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/references?state=any");
  await expect(page.getByText("Operators can adopt and reject; you are signed in as a viewer.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Adopt|^Reject/ })).toHaveCount(0);
});

async function decision() {
  const [row] = await query(
    `select state, reason from plumbline.reference_suggestions
     where reference #>> '{table,name}' = 'chat_messages_v2' and reference #>> '{columns,0}' = 'session_id'`,
  );
  return row;
}
