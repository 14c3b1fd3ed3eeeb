import type { Page } from "@playwright/test";
import { fillKey, makeKey } from "../api-keys";
import { type ActionRequest, withhold } from "./action-request";

/** Everything that an admin decides of callers, up to the request. */
export async function performKeys(page: Page): Promise<ActionRequest[]> {
  const dialog = page.getByRole("alertdialog");
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Change…" }).click();
  await dialog.getByLabel("Reason").fill("It will not be sent");
  const opening = await withhold(page, () => dialog.getByRole("button", { name: "Let them in" }).click());
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "New key…" }).click();
  await makeKey(page, { name: "To be rotated and revoked", scopes: ["sessions:read"] });
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("button", { name: "Rotate To be" }).click();
  const rotating = await withhold(page, () => dialog.getByRole("button", { name: "Rotate", exact: true }).click());
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Revoke To be" }).click();
  const revoking = await withhold(page, () => dialog.getByRole("button", { name: "Revoke", exact: true }).click());
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "New key…" }).click();
  await fillKey(page, { name: "It will not be sent", scopes: ["sessions:read"] });
  const making = await withhold(page, () => dialog.getByRole("button", { name: "Make the key" }).click());
  // Sent one after the other, a key is rotated before it is revoked.
  return [opening, making, rotating, revoking];
}
