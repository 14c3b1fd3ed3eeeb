import { expect, type Page } from "@playwright/test";

/** Nothing is being read any more: no place is held, and nothing says that it is busy. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.locator('.animate-pulse, [aria-busy="true"]')).toHaveCount(0);
}
