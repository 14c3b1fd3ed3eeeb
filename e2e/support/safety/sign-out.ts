import type { Page } from "@playwright/test";

/** Presses Sign out, on whichever screen of the console. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Operator menu/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
}
