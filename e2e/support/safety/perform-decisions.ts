import { expect, type Page } from "@playwright/test";
import { writeRule } from "../checks";
import { withEngine } from "../engine";
import { type ActionRequest, withhold } from "./action-request";
import { findingOf } from "./repairs";

const rule = { table: "public.orders", sql: "t.total < 0" };

/** Everything that an operator decides of findings and scans, up to the request. */
export async function performDecisions(page: Page): Promise<ActionRequest[]> {
  await askToDismiss(page, await findingOf("orphan_rows", "orders"));
  const dismissing = await withhold(page, () => dismissButton(page).click());
  await askToDismiss(page, await findingOf("null_despite_default", "lead_purchases"));
  await dismissButton(page).click();
  const restoring = await withhold(page, () => page.getByRole("button", { name: "Take the dismissal back" }).click());
  return [dismissing, restoring, ...(await decideReferences(page)), await cancelScan(page)];
}

/** Everything that an admin decides of checks, up to the request. */
export async function performAdministration(page: Page): Promise<ActionRequest[]> {
  const trying = await withhold(page, () => writeRule(page, { ...rule, name: "It will not be sent" }));
  const saving = await withhold(page, () => page.getByRole("button", { name: "Save" }).click());
  await writeRule(page, { ...rule, name: "To be removed" });
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Remove To be removed" }).click();
  const removing = await withhold(page, () =>
    page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click(),
  );
  await page.goto("/checks?tab=baseline");
  await page.getByRole("button", { name: /^Take everything/ }).click();
  await page.getByRole("alertdialog").getByLabel("Reason").fill("It will not be sent");
  const taking = await withhold(page, () => page.getByRole("button", { name: "Take as known" }).click());
  await page.goto("/checks?tab=schedule");
  const scheduling = await withhold(page, () => page.getByRole("button", { name: "Save the schedule" }).click());
  return [trying, saving, removing, taking, scheduling];
}

async function decideReferences(page: Page): Promise<ActionRequest[]> {
  const calls: ActionRequest[] = [];
  for (const decision of ["Adopt", "Reject"]) {
    await page.goto("/references?state=suggested");
    await page
      .getByRole("button", { name: new RegExp(`^${decision} `) })
      .first()
      .click();
    await page.getByLabel("Reason").fill("It will not be sent");
    calls.push(await withhold(page, () => page.getByRole("button", { name: decision, exact: true }).click()));
  }
  return calls;
}

async function askToDismiss(page: Page, finding: string): Promise<void> {
  await page.goto(`/findings/${finding}`);
  await page.getByRole("button", { name: "Dismiss it" }).click();
  await page.getByLabel("Reason").fill("They are tests");
}

function dismissButton(page: Page) {
  return page.getByRole("button", { name: "Dismiss", exact: true });
}

const heldUp =
  "all_leads, web_sessions, whatsapp_sessions, voice_sessions, lead_purchases, orders, leads, conversations";

/** Locked tables hold the scan up, each for a while. It is cancelled in the end: to ask for that again is no mistake. */
async function cancelScan(page: Page): Promise<ActionRequest> {
  return withEngine(async (client) => {
    await client.query("begin");
    await client.query(`lock table ${heldUp} in access exclusive mode`);
    await page.goto("/");
    await page.getByRole("button", { name: "Scan now" }).click();
    const cancel = page.getByRole("button", { name: "Cancel", exact: true });
    // What withholds requests would hold up the one that says that the scan runs.
    await expect(cancel).toBeVisible();
    const cancelling = await withhold(page, () => cancel.click());
    await cancel.click();
    await expect(page.getByRole("button", { name: "Scan now" })).toBeEnabled();
    await client.query("rollback");
    return cancelling;
  });
}
