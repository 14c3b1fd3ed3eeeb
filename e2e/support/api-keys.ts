import { expect, type Page } from "@playwright/test";

interface WantedKey {
  name: string;
  scopes: string[];
}

/** Fills in the dialog that is open; the button is pressed by whoever wants the key. */
export async function fillKey(page: Page, { name, scopes }: WantedKey): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Name").fill(name);
  for (const scope of scopes) await dialog.getByLabel(scope).check();
}

/** Fills in the dialog that is open and makes the key, which is then on the screen: its text. */
export async function makeKey(page: Page, wanted: WantedKey): Promise<string> {
  await fillKey(page, wanted);
  await page.getByRole("alertdialog").getByRole("button", { name: "Make the key" }).click();
  return shownKey(page);
}

/** The text of the key that is on the screen this once. */
export async function shownKey(page: Page): Promise<string> {
  const shown = page.getByRole("alertdialog").getByText(/^plb_[a-z0-9]{12}_[\w-]{43}$/);
  await expect(shown).toBeVisible();
  return (await shown.textContent()) ?? "";
}
