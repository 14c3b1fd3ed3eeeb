import type { Page } from "@playwright/test";
import { type ActionRequest, withhold } from "./action-request";
import { findingOf, preview, rows } from "./repairs";

/** Everything that an operator asks of a run that is under way, up to the request. */
export async function performSteering(page: Page): Promise<ActionRequest[]> {
  const cancelled = await pretendRun(
    await preview(page, await findingOf("orphan_rows", "conversations"), "Delete the orphans"),
  );
  await page.goto(`/runs/${cancelled}`);
  const cancelling = await ask(page, "Cancel the run…", "Cancel the run");
  const run = await pretendRun(
    await preview(page, await findingOf("null_despite_default", "lead_purchases"), "Fill with the default"),
  );
  await page.goto(`/runs/${run}`);
  const pausing = await withhold(page, () => page.getByRole("button", { name: "Pause" }).click());
  const taking = await ask(page, "Take over…", "Take over");
  await rows("update plumbline.runs set status = 'pausing' where id = $1", [run]);
  await page.reload();
  const resuming = await withhold(page, () => page.getByRole("button", { name: "Resume" }).click());
  await rows("update plumbline.runs set status = 'running' where id = $1", [run]);
  // Sent one after the other, each finds the run where the one before has left it.
  return [cancelling, pausing, resuming, taking];
}

async function ask(page: Page, question: string, answer: string): Promise<ActionRequest> {
  await page.getByRole("button", { name: question }).click();
  const dialog = page.getByRole("alertdialog");
  const reason = dialog.getByLabel("Reason");
  await dialog.getByRole("button", { name: answer }).waitFor();
  if (await reason.isVisible()) await reason.fill("It will not be sent");
  return withhold(page, () => dialog.getByRole("button", { name: answer }).click());
}

/** A run of this plan whose worker says that it is alive and has done nothing for minutes. */
async function pretendRun(plan: string): Promise<string> {
  const [run] = await rows<{ id: string }>(
    `insert into plumbline.runs
       (plan_id, status, schema_name, table_name, actor, reason, started_at, lease_until, executor_since)
     select id, 'running', schema_name, table_name, created_by, 'Nobody works on it', now(), now() + interval '1 hour',
       now() - interval '5 minutes'
     from plumbline.plans
     where id = $1
     returning id`,
    [plan],
  );
  if (!run) throw new Error(`There is no plan ${plan}.`);
  return run.id;
}
