import type { Locator } from "@playwright/test";

/** Picks a lead for each row that matches several: the first for one, the second for the next. */
export function choiceMaker() {
  const chosen: string[] = [];
  async function choose(form: Locator): Promise<void> {
    const selects = form.getByRole("combobox");
    await selects.first().waitFor();
    const rows = await selects.count();
    for (let row = 0; row < rows; row++) {
      // The first option leaves the row as it is.
      const [value] = await selects.nth(row).selectOption({ index: 1 + (row % 2) });
      chosen.push(value ?? "");
    }
  }
  return { choose, chosen };
}
