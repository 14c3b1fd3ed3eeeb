import { expect, type Page } from "@playwright/test";

interface Rule {
  name: string;
  /** As the list of tables names it. */
  table: string;
  sql: string;
}

/** Opens the editor for a new check and fills it in, up to its SQL; it is tried from then on. */
export async function writeRule(page: Page, { name, table, sql }: Rule): Promise<void> {
  await page.goto("/checks?tab=written");
  await page.getByRole("button", { name: "Write a check" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await chooseTable(page, table);
  await page.getByLabel("SQL", { exact: true }).fill(sql);
}

/** By a part of its name, with the keyboard alone. */
export async function chooseTable(page: Page, table: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Table", exact: true });
  await expect(field).toBeEnabled();
  await field.press("Enter");
  const search = page.getByRole("combobox", { name: "Part of its name" });
  await expect(search).toBeFocused();
  await search.fill(table);
  await expect(page.getByRole("dialog").getByRole("option").first()).toHaveText(table);
  await search.press("Enter");
  await expect(field).toHaveText(table);
}
