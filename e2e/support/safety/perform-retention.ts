import type { Page } from "@playwright/test";
import { type ActionRequest, withhold } from "./action-request";

/** Everything that an admin decides of quarantine, up to the request. */
export async function performRetention(page: Page, run: string): Promise<ActionRequest[]> {
  await page.goto(`/quarantine?run=${run}`);
  await page.getByRole("button", { name: "Change…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Days after the run").fill("90");
  await dialog.getByLabel("Reason").fill("It will not be sent");
  const setting = await withhold(page, () => dialog.getByRole("button", { name: "Set" }).click());
  await page.goto(`/quarantine?run=${run}`);
  await page.getByRole("button", { name: "Remove these rows…" }).click();
  await dialog.getByLabel("Reason").fill("It will not be sent");
  const label = await dialog.getByText(/^Type “/).textContent();
  await dialog.getByLabel(/^Type “/).fill(label?.match(/“(.*)”/)?.[1] ?? "");
  const removing = await withhold(page, () => dialog.getByRole("button", { name: "Remove", exact: true }).click());
  return [setting, removing];
}
