import { expect, type Page } from "@playwright/test";
import { inTheDemo } from "../walk/in-the-demo";
import { count, query } from "./query";

/** The history holds every run and every repaired row, is whole, and opens to what a row was. */
export async function expectEverythingInAudit(page: Page): Promise<void> {
  await expectEveryRunAudited();
  await expectChainWhole();
  await page.goto("/audit");
  await page.getByRole("button", { name: "Verify chain" }).click();
  const sealed = await count("select count(*) from public.error_logs where audit_seq is not null");
  await expect(page.getByText("The chain is whole")).toBeVisible();
  await expect(page.getByText(`${sealed.toLocaleString("en")} rows checked`)).toBeVisible();
  await openDeletedOrder(page);
}

async function expectEveryRunAudited(): Promise<void> {
  const runs = await query(`
    select
      r.status, r.changed, p.repair, p.steps ->> 'form' as form,
      (select count(*) from public.error_logs e where e.run_id = r.id and e.action = 'run.start') as started,
      (select count(*) from public.error_logs e where e.run_id = r.id and e.action = 'run.finish') as finished,
      (select count(*) from public.error_logs e
       where e.run_id = r.id and e.action like 'row.%' and e.table_name = r.table_name and e.actor = r.actor) as rows,
      (select count(*) from public.error_logs e where e.run_id = r.id and e.action = 'schema.change') as changes,
      jsonb_array_length(p.steps -> 'steps') as steps
    from plumbline.runs r
    join plumbline.plans p on p.id = r.plan_id`);
  for (const run of runs) {
    expect(run).toMatchObject({ status: "succeeded", started: "1", finished: "1" });
    if (run.form === "rows") expect(run.rows, String(run.repair)).toBe(run.changed);
    else expect(Number(run.changes), String(run.repair)).toBeGreaterThanOrEqual(Number(run.steps));
  }
  const repairs = new Set(runs.map((run) => run.repair));
  expect([...repairs].toSorted()).toEqual([...inTheDemo, "undo"].toSorted());
}

/** Each row carries the hash of the one before it, and its own is that of its content. */
async function expectChainWhole(): Promise<void> {
  const broken = await query(`
    select audit_seq
    from (
      select audit_seq, prev_hash, row_hash, plumbline.error_log_hash(e) as expected,
        lag(row_hash, 1, '') over (order by audit_seq) as before,
        row_number() over (order by audit_seq) as place
      from public.error_logs e
      where audit_seq is not null
    ) as chain
    where prev_hash <> before or row_hash <> expected or audit_seq <> place`);
  expect(broken).toEqual([]);
}

/** Finds the deleted orders by their type, and one of them with what it was. */
async function openDeletedOrder(page: Page): Promise<void> {
  const type = page.getByLabel("Type", { exact: true });
  await type.fill("ORPHANED_ORDER_DETECTED");
  await type.press("Enter");
  const entries = page.getByRole("table", { name: "Audit history, newest first" }).getByRole("button");
  // Deleted, brought back, and deleted again.
  await expect(entries).toHaveCount(46);
  await entries.first().click();
  const entry = page.getByRole("dialog", { name: "ORPHANED_ORDER_DETECTED" });
  await expect(entry.getByText("operator@plumbline.test")).toBeVisible();
  await expect(entry.getByText("The row that was removed")).toBeVisible();
  await expect(entry.getByRole("cell", { name: "order_number" })).toBeVisible();
}
