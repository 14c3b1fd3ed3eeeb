import { expect, type Page } from "@playwright/test";
import { expectSettled } from "./settled";

export interface Look {
  colorScheme: "light" | "dark";
  width: number;
}

const inScheme = (colorScheme: Look["colorScheme"]) => ({
  wide: { colorScheme, width: 1440 },
  narrow: { colorScheme, width: 390 },
});

export const light = inScheme("light");
export const dark = inScheme("dark");

/** Shows the open page in a theme and at a width, when it has loaded and nothing moves. */
export async function wear(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /^(?!.*\bdark\b)/);
  // Not by its role: behind an open dialog it has none.
  await expect(page.locator("h1")).toBeVisible();
  await expectSettled(page);
}
