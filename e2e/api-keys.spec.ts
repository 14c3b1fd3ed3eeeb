import { expect, expectNoAxeViolations, resetDemo, signInAs, test } from "./support";
import { makeKey, shownKey } from "./support/api-keys";
import { ask } from "./support/safety/ask";
import { rows } from "./support/safety/repairs";

test.beforeAll(() => resetDemo());

const bodyOf = (phone: string) => JSON.stringify({ phone, channel: "chat", customer_id: "103" });

function start(key?: string): Promise<Response> {
  const headers = { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) };
  return ask("/api/session/start", { method: "POST", headers, body: bodyOf("+919876543210") });
}

/** Whether the door opens; what is behind it is another matter. */
const isLetIn = async (key?: string) => ![401, 403, 429].includes((await start(key)).status);

test("an admin makes a key, sees it once, rotates it with time for the caller, and revokes it", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs(page, "admin");
  await page.goto("/settings/api-keys");
  await expect(page.getByText("Callers without a key are let in")).toBeVisible();
  const dialog = page.getByRole("alertdialog");
  await page.getByRole("button", { name: "Change…" }).click();
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(6);
  for (const box of await dialog.getByRole("checkbox").all()) await box.uncheck();
  await dialog.getByLabel("Reason").fill("The trial is over");
  await dialog.getByRole("button", { name: "Ask everybody for a key" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Callers without a key" })).toHaveText(/^Every caller needs a key\./);
  expect(await isLetIn()).toBe(false);

  await page.getByRole("button", { name: "New key…" }).click();
  const first = await makeKey(page, { name: "Kiosk", scopes: ["sessions:write"] });
  await dialog.getByRole("button", { name: "Copy API key" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(dialog).toBeHidden();
  expect(await page.content()).not.toContain(first);
  await page.reload();
  await expect(page.getByRole("row", { name: /Kiosk/ })).toContainText("never");
  expect(await page.content()).not.toContain(first);
  expect(await isLetIn(first)).toBe(true);

  await page.getByRole("button", { name: "Rotate Kiosk" }).click();
  await dialog.getByRole("button", { name: "Rotate", exact: true }).click();
  await expect(dialog.getByRole("heading", { name: "The key of Kiosk" })).toBeVisible();
  const second = await shownKey(page);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByRole("row", { name: /Kiosk/ })).toContainText("The old one ends");
  expect(await Promise.all([isLetIn(first), isLetIn(second)])).toEqual([true, true]);

  await page.getByRole("button", { name: "Revoke Kiosk" }).click();
  await dialog.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByRole("row", { name: /Kiosk/ })).toContainText("Revoked");
  expect(await Promise.all([isLetIn(first), isLetIn(second)])).toEqual([false, false]);
  const events = await rows<{ action: string }>(
    "select action from error_logs where action like 'api_key.%' and actor = 'admin@plumbline.test' order by audit_seq",
  );
  const actions = events.map(({ action }) => action);
  expect(actions).toEqual(["api_key.anyone", "api_key.create", "api_key.rotate", "api_key.revoke"]);
});

test("a dialog of keys is worked with the keyboard alone, and gives the focus back", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "New key…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Name").focus();
  await page.keyboard.type("Voice");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await shownKey(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: /Voice/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "New key…" })).toBeFocused();
});

for (const role of ["viewer", "operator"] as const) {
  test(`a ${role} sees that admins decide, and no key`, async ({ page }) => {
    await signInAs(page, role);
    await page.goto("/settings/api-keys");
    await expect(page.getByText("Only admins see API keys")).toBeVisible();
    await expect(page.getByRole("button", { name: "New key…" })).toHaveCount(0);
    await expectNoAxeViolations(page);
  });
}
