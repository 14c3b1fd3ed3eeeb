import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "@/e2e/support/chromium";
import { environment } from "@/e2e/support/environment";
import startForTests from "@/e2e/support/global-setup";
import { expectSettled } from "@/e2e/support/journey/looks";
import { expectFiveFailing } from "@/e2e/support/journey/overview";
import { apply, openIncident, preview, repair } from "@/e2e/support/journey/screens";
import { signInAs } from "@/e2e/support/sign-in";

/** The README's pictures: the third incident of a new demo, found, previewed and repaired. */
export async function takeScreenshots(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const stop = await startForTests();
  const browser = await chromium.launch({ args: chromiumFlags, executablePath: findChromium() });
  try {
    const page = await browser.newPage({
      baseURL: environment.baseUrl.get(),
      viewport: { width: 1280, height: 800 },
      colorScheme: "light",
      reducedMotion: "reduce",
      locale: "en",
    });
    const take = (name: string) => takePicture(page, path.join(directory, name));
    await signInAs(page, "operator");
    await page.goto("/");
    await expectFiveFailing(page);
    await take("overview-light.png");

    await openIncident(page, "Messages without their conversation");
    const unique = { step: "Make conversation_id unique in conversation_sessions", repair: "Make it unique" };
    await repair(page, unique, { reason: "One conversation is one session" });
    const foreignKey = { step: "Add the foreign key of messages", repair: "Add the foreign key" };
    await repair(page, foreignKey, { reason: "No new orphan from now on" });
    const step = "Give the orphaned messages their conversation back, or delete them";
    await preview(page, { step, repair: "Recreate the missing parents" });
    await take("plan-light.png");

    await apply(page, { reason: "Customers ask for these conversations" });
    await page.emulateMedia({ colorScheme: "dark" });
    await take("run-dark.png");
  } finally {
    await browser.close();
    await stop();
  }
}

async function takePicture(page: Page, file: string): Promise<void> {
  await expectSettled(page);
  // Nothing is hovered.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  console.log(file);
}
