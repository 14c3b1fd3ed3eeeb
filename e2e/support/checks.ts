import type { Page } from "@playwright/test";

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
  await page.getByLabel("Table", { exact: true }).selectOption(table);
  await page.getByLabel("SQL", { exact: true }).fill(sql);
}
