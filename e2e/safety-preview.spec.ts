import { randomUUID } from "node:crypto";
import { expect, resetDemo, signInAs, test } from "./support";
import { apply, applyButton, confirm, count, endOf, findingOf, preview, rows } from "./support/safety/repairs";

const ofOrphans = "from orders o where not exists (select from profiles p where p.id = o.user_id)";

test.beforeAll(resetDemo);

test("what changed between preview and apply is skipped and listed, and nothing else is touched", async ({ page }) => {
  await signInAs(page, "operator");
  const previewed = await rows<{ id: string; user_id: string }>(`select o.id, o.user_id ${ofOrphans} order by o.id`);
  const plan = await preview(page, await findingOf("orphan_rows", "orders"), "Delete the orphans");
  await confirm(page, "While others work");

  const [edited, deleted, adopted] = distinctUsers(previewed);
  const [extra] = await rows<{ id: string }>(
    "insert into orders (user_id, order_number, total) values ($1, 'AFTER-THE-PREVIEW', 1) returning id",
    [randomUUID()],
  );
  await rows("update orders set total = total + 1 where id = $1", [edited.id]);
  await rows("delete from orders where id = $1", [deleted.id]);
  await rows("insert into profiles (id, full_name) values ($1, 'Came back')", [adopted.user_id]);
  const kept = previewed.filter(({ id, user_id }) => id === edited.id || user_id === adopted.user_id);
  const before = await rows("select * from orders where id = any ($1) order by id", [kept.map(({ id }) => id)]);

  await applyButton(page).click();
  await expect(page).toHaveURL(/\/runs\//);
  const run = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect(await endOf(run)).toBe("succeeded");

  const skipped = page.getByRole("table", { name: "Keys of the rows that were left, and why" }).getByRole("row");
  await expect(skipped).toHaveCount(1 + kept.length + 1);
  await expect(skipped.filter({ hasText: edited.id })).toContainText("It was changed after the preview.");
  await expect(skipped.filter({ hasText: deleted.id })).toContainText("It is gone.");
  await expect(skipped.filter({ hasText: adopted.id })).toContainText("It no longer has the fault.");

  expect(await rows("select * from orders where id = any ($1) order by id", [kept.map(({ id }) => id)])).toEqual(
    before,
  );
  expect(await rows(`select o.id ${ofOrphans} order by o.id`)).toEqual(
    [edited, extra].map((row) => ({ id: row?.id })).sort((a, b) => String(a.id).localeCompare(String(b.id))),
  );
  const changed = previewed.length - kept.length - 1;
  expect(await rows("select changed, skipped from plumbline.runs where plan_id = $1", [plan])).toEqual([
    { changed: String(changed), skipped: String(kept.length + 1) },
  ]);
  expect(await count("from error_logs where run_id = $1 and error_type = 'ORPHANED_ORDER_DETECTED'", [run])).toBe(
    changed,
  );
  await expect(page.getByText("The check does not pass yet")).toBeVisible();
});

test("a plan whose table was altered is refused with what moved, and previewed again from there", async ({ page }) => {
  await signInAs(page, "operator");
  const plan = await preview(page, await findingOf("orphan_rows", "conversations"), "Delete the orphans");
  await confirm(page, "Too late");
  await rows("alter table conversations add column note text");
  await applyButton(page).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(
    "This plan no longer holds. Since it was made, the columns of public.conversations changed. Preview again.",
  );
  expect(await count("from plumbline.runs where plan_id = $1", [plan])).toBe(0);

  await dialog.getByRole("button", { name: "Preview again" }).click();
  await expect(page).not.toHaveURL(new RegExp(plan));
  expect(await endOf(await apply(page, "With the new column"))).toBe("succeeded");
  expect(await count("from conversations c where not exists (select from profiles p where p.id = c.user_id)")).toBe(0);
});

test("a plan that was altered after it was reviewed is refused", async ({ page }) => {
  await signInAs(page, "operator");
  const plan = await preview(page, await findingOf("orphan_rows", "leads"), "Delete the orphans");
  await confirm(page, "Not what I reviewed");
  await rows("update plumbline.run_items set outcome = 'unchanged' where plan_id = $1 and position = 1", [plan]);
  await applyButton(page).click();
  await expect(page.getByRole("alertdialog")).toContainText("It was altered after it was made.");
  expect(await count("from plumbline.runs where plan_id = $1", [plan])).toBe(0);
});

/** Three orders of three different people. */
function distinctUsers<T extends { user_id: string }>(orders: T[]): [T, T, T] {
  const [first, second, third] = [...new Map(orders.map((order) => [order.user_id, order])).values()];
  if (!first || !second || !third) throw new Error("The orphans belong to fewer than three people.");
  return [first, second, third];
}
