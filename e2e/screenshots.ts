/** Takes the README's pictures of the demo as it was found: `npm run screenshots`. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, expect, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "./support/chromium";
import { apply, openIncident, preview } from "./support/journey/screens";
import { expectSettled } from "./support/journey/settled";
import { demoPassword, emailOf } from "./support/operators";
import { startProduct } from "./support/product";

const directory = path.resolve(import.meta.dirname, "../public/screenshots");

async function shoot(page: Page, name: string, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expectSettled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  // Where it was last is nothing to be shown.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(directory, `${name}-${colorScheme}.png`) });
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Email").fill(emailOf("operator"));
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

async function takeAll(page: Page): Promise<void> {
  await signIn(page);
  await expect(page.getByText("5 of 5 incidents failing.")).toBeVisible();
  await shoot(page, "overview", "light");
  await openIncident(page, "Rows of users who are not there");
  await preview(page, { step: "Clean the orphaned orders", repair: "Delete the orphans" });
  await shoot(page, "plan", "light");
  await apply(page, { reason: "Users were deleted in March", phrase: "delete 23 rows of orders" });
  await expect(page.getByText("Verified: the check passes")).toBeVisible();
  await shoot(page, "run", "dark");
}

mkdirSync(directory, { recursive: true });
const product = await startProduct();
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
try {
  await takeAll(await browser.newPage({ baseURL: product.baseUrl, viewport: { width: 1280, height: 800 } }));
} finally {
  await browser.close();
  await product.stop();
}
