import { expect, type Page } from "@playwright/test";
import { statusOf } from "../journey/screens";
import { apply, rows } from "../safety/repairs";

/** Takes a run back by its page: previewed, confirmed, done. */
export async function undo(page: Page, run: string): Promise<void> {
  await page.goto(`/runs/${run}`);
  await page.getByRole("button", { name: "Preview the undo" }).click();
  await expect(page).toHaveURL(/\/plans\//);
  await apply(page, "Back to what it was");
  await expect(statusOf(page, "Succeeded")).toBeVisible();
}

/** Its page says why there is no way back, and offers none. */
export async function expectNoWayBack(page: Page, run: string, reason: string): Promise<void> {
  await page.goto(`/runs/${run}`);
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole("button", { name: "Preview the undo" })).toBeDisabled();
}

/**
 * Takes back everything that was repaired, the newest run first; foreign keys before that, since they forbid that an orphan
 * comes back. Returns how many runs that were.
 */
export async function undoEverything(page: Page): Promise<number> {
  const repaired = await rows<{ id: string; repair: string }>(`
    select r.id, p.repair
    from plumbline.runs as r
    join plumbline.plans as p on p.id = r.plan_id
    where r.undo_of is null and not exists (
      select from plumbline.runs as u where u.undo_of = r.id and u.status = 'succeeded'
    )
    order by p.repair = 'add-foreign-key' desc, r.started_at desc
  `);
  for (const { id, repair } of repaired) {
    // What was proved stays proved, and goes with its constraint.
    if (repair === "validate-constraint") await expectNoWayBack(page, id, "has a way back");
    else await undo(page, id);
  }
  return repaired.length;
}
