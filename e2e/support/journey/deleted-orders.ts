import { expect, type Page } from "@playwright/test";
import { incident, orphansOf } from "./foreign-key-violation";
import { auditOf, expectProof } from "./proof";
import { count, query } from "./query";
import { constraintOf } from "./schema";
import {
  apply,
  backToPlaybook,
  expectState,
  openIncident,
  planCount,
  preview,
  previewUndo,
  repair,
  statusOf,
  stepOf,
} from "./screens";
import { type Snapshot, snapshotOf } from "./snapshot";

const deletion = { step: "Clean the orphaned orders", repair: "Delete the orphans" };
const confirmation = { reason: "Their users asked to be forgotten", phrase: "delete 23 rows of orders" };
const named = "6b47cbac-9009-42e3-9a37-b1106bf0cba0";

/** Deletes the orphaned orders. Returns the run's id and the table as it was. */
export async function deleteOrders(page: Page): Promise<{ runId: string; before: Snapshot }> {
  await openIncident(page, incident);
  const orphans = await orphansOf("orders");
  expect(orphans).toHaveLength(23);
  expect(await count("select count(*) from orders where user_id = $1", [named])).toBe(1);
  const before = await snapshotOf("orders");

  await preview(page, deletion);
  await expect(planCount(page, "Will change")).toHaveText("23");
  await refuseUnconfirmed(page);
  expect(await snapshotOf("orders")).toEqual(before);

  const runId = await apply(page, confirmation);
  await expect(page.getByText("Verified: the check passes")).toBeVisible();
  await backToPlaybook(page);
  await expectState(stepOf(page, deletion.step), "Done");
  await expectDeleted(runId, before, orphans);
  return { runId, before };
}

/** Without a reason, or with another phrase than the one that is asked for, nothing runs. */
async function refuseUnconfirmed(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Apply…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Reason").fill(confirmation.reason);
  const phrase = dialog.getByLabel(`Type “${confirmation.phrase}” to confirm`);
  await phrase.fill("delete 24 rows of orders");
  await dialog.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(phrase).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
}

async function expectDeleted(runId: string, before: Snapshot, orphans: string[]): Promise<void> {
  const { removed, changed, created } = await expectProof(runId, before);
  expect(removed.map((row) => row.id).toSorted()).toEqual(orphans);
  expect(removed.filter((row) => row.user_id === named)).toHaveLength(1);
  expect([changed, created]).toEqual([[], []]);
  expect((await auditOf(runId, "orders")).types).toEqual(["ORPHANED_ORDER_DETECTED"]);
}

/** Takes the deletion back: first the foreign key that forbids it, then the deletion itself. */
export async function undoDeletion(page: Page, runId: string, before: Snapshot): Promise<void> {
  await previewUndo(page, runId);
  await expect(planCount(page, "Will change")).toHaveText("0");
  await expect(planCount(page, "Skipped")).toHaveText("23");
  await expect(page.getByText(/the foreign key fk_orders_user_id forbids that now/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Apply…" })).toBeDisabled();

  const [foreignKey] = await query(
    `select r.id from plumbline.runs r join plumbline.plans p on p.id = r.plan_id
     where p.repair = 'add-foreign-key' and p.table_name = 'orders'`,
  );
  await previewUndo(page, foreignKey?.id ?? "");
  await apply(page, { reason: "The deleted orders are needed once more" });
  expect(await constraintOf("orders", "fk_orders_user_id")).toBeUndefined();

  const empty = await snapshotOf("orders");
  await previewUndo(page, runId);
  await expect(planCount(page, "Will change")).toHaveText("23");
  const undoRun = await apply(page, { reason: "Accounting needs them for one more day" });
  expect(await snapshotOf("orders")).toEqual(before);
  expect((await expectProof(undoRun, empty)).created).toHaveLength(23);
  expect((await auditOf(undoRun, "orders")).types).toEqual(["ROW_RESTORED"]);

  await findOrderAgain(page);
  await page.goto(`/runs/${runId}`);
  await page.getByRole("link", { name: "Undone by this run" }).click();
  await expect(page).toHaveURL(new RegExp(undoRun));
  await expect(statusOf(page, "Succeeded")).toBeVisible();
}

/** The order of the document's error message is among the purchases again, marked as an orphan. */
async function findOrderAgain(page: Page): Promise<void> {
  const [order] = await query("select order_number from orders where user_id = $1", [named]);
  await page.goto("/purchases");
  await page.getByRole("tab", { name: "Orders" }).click();
  await page.getByRole("searchbox").fill(order?.order_number ?? "");
  await expect(page.getByRole("row").filter({ hasText: order?.order_number ?? "" })).toHaveCount(1);
}

/** Repairs again what the undo brought back. */
export async function deleteOrdersAgain(page: Page, before: Snapshot): Promise<void> {
  await openIncident(page, incident);
  const orphans = await orphansOf("orders");
  await expectState(stepOf(page, deletion.step), "To do");
  await repair(
    page,
    { step: "Add the foreign key of orders", repair: "Add the foreign key" },
    { reason: "No new orphan from now on" },
  );
  const runId = await repair(page, deletion, confirmation);
  await expectDeleted(runId, before, orphans);
}
