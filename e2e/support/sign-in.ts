import { existsSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { type Role, roles } from "@/lib/auth/roles";
import { environment } from "./environment";
import { demoPassword, emailOf } from "./operators";

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Signs in through the form, the first time; afterwards with the cookies that it gave. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  const file = keptFile(role);
  // A screen that polls would see the cookies go and leave for the sign-in by itself.
  await page.goto("about:blank");
  await page.context().clearCookies();
  if (existsSync(file)) {
    const { cookies } = JSON.parse(await readFile(file, "utf8")) as Kept;
    await page.context().addCookies(cookies);
    return;
  }
  await page.goto("/login");
  await page.getByLabel("Email").fill(emailOf(role));
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
  await page.context().storageState({ path: file });
}

/** Who was signed in is not known to a new database. */
export function forgetSignIns(): void {
  for (const role of roles) rmSync(keptFile(role), { force: true });
}

function keptFile(role: Role): string {
  return path.join(environment.dataDir.get(), `signed-in-${role}.json`);
}
