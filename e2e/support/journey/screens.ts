import { expect, type Locator, type Page } from "@playwright/test";

/** Opens an incident by its row on the overview. */
export async function openIncident(page: Page, title: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("region", { name: "Incidents" }).getByRole("link", { name: title }).click();
  await expectHeading(page, title);
}

function heading(page: Page, name: string): Locator {
  return page.getByRole("heading", { level: 1, name, exact: true });
}

async function expectHeading(page: Page, name: string): Promise<void> {
  await expect(heading(page, name)).toBeVisible();
}

/** A step of the playbook that is open. */
export function stepOf(page: Page, title: string): Locator {
  return page
    .getByRole("region", { name: "Repairs, in order" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: title }) });
}

export async function expectState(step: Locator, state: "Done" | "To do"): Promise<void> {
  await expect(step.getByText(state, { exact: true })).toBeVisible();
}

/** The status beside the page's heading. */
export function statusOf(page: Page, word: string): Locator {
  return page.locator("h1 + *", { hasText: word });
}

export interface Chosen {
  /** Title of the playbook's step. */
  step: string;
  /** Title of the repair. */
  repair: string;
  /** Fills in what the repair asks for. */
  choose?: (form: Locator) => Promise<void>;
}

/** From a step of the open playbook to the preview of one of its repairs. Nothing has changed by then. */
export async function preview(page: Page, { step, repair, choose }: Chosen): Promise<void> {
  const item = stepOf(page, step);
  await expectState(item, "To do");
  await item.getByRole("link", { name: repair, exact: true }).click();
  const form = page.getByRole("form", { name: repair, exact: true });
  await choose?.(form);
  await form.getByRole("button", { name: `Preview: ${repair}` }).click();
  await page.waitForURL("**/plans/*");
  await expectHeading(page, repair);
}

export interface Confirmation {
  reason: string;
  /** What has to be typed where rows are removed. */
  phrase?: string;
}

/** Confirms the open preview and waits for its run to end well. Returns the run's id. */
export async function apply(page: Page, { reason, phrase }: Confirmation): Promise<string> {
  await page.getByRole("button", { name: "Apply…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill(reason);
  if (phrase === undefined) await expect(dialog.getByRole("textbox")).toHaveCount(1);
  else await dialog.getByLabel(`Type “${phrase}” to confirm`).fill(phrase);
  await dialog.getByRole("button", { name: "Apply", exact: true }).click();
  await page.waitForURL("**/runs/*");
  await expect(statusOf(page, "Succeeded")).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Walks a step of the open playbook to its end and back to the playbook, where it is done. Returns the run's id. */
export async function repair(page: Page, chosen: Chosen, confirmation: Confirmation): Promise<string> {
  await preview(page, chosen);
  const runId = await apply(page, confirmation);
  await expect(page.getByText("Verified: the check passes")).toBeVisible();
  await backToPlaybook(page);
  await expectState(stepOf(page, chosen.step), "Done");
  return runId;
}

/** From a run by its finding to the incident that this is part of. */
export async function backToPlaybook(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Related" }).getByRole("link", { name: "The finding" }).click();
  await page.getByRole("link", { name: "Part of an incident" }).click();
  await page.waitForURL("**/playbooks/*");
}

/** Previews the undo of a run. */
export async function previewUndo(page: Page, runId: string): Promise<void> {
  await page.goto(`/runs/${runId}`);
  await page.getByRole("button", { name: "Preview the undo" }).click();
  await page.waitForURL("**/plans/*");
}

/** The number on the preview under one of its words. */
export function planCount(page: Page, word: "Will change" | "Unchanged" | "Skipped" | "Schema changes"): Locator {
  return page.locator("dt", { hasText: word }).locator("+ dd span").first();
}

/** Runs the document's queries on the open playbook again; each must pass, and every step is done. */
export async function expectHealthy(page: Page, verifications: number): Promise<void> {
  await expect(statusOf(page, "Healthy")).toBeVisible();
  const card = page.getByRole("region", { name: "The document’s verification" });
  await card.getByRole("button", { name: "Run again" }).click();
  await expect(card.getByText("Passed", { exact: true })).toHaveCount(verifications);
  await expect(card.getByRole("heading", { level: 3 })).toHaveCount(verifications);
  await expect(page.getByRole("region", { name: "Repairs, in order" }).getByText("To do", { exact: true })).toHaveCount(
    0,
  );
}
