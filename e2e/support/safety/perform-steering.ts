import type { Page } from "@playwright/test";
import { type ActionRequest, withhold } from "./action-request";
import { rows } from "./repairs";

/** Everything that an operator asks of a run that is under way, up to the request: of one of this plan that nobody works on. */
export async function performSteering(page: Page, plan: string): Promise<ActionRequest[]> {
  const run = await pretendRun(plan);
  await page.goto(`/runs/${run}`);
  const pausing = await withhold(page, () => page.getByRole("button", { name: "Pause" }).click());
  const ofCancel = page.getByRole("alertdialog", { name: "Cancel this run?" });
  await page.getByRole("button", { name: "Cancel the run…" }).click();
  const cancelling = await withhold(page, () => ofCancel.getByRole("button", { name: "Cancel the run" }).click());
  await ofCancel.getByRole("button", { name: "Let it go on" }).click();
  const ofTakeOver = page.getByRole("alertdialog", { name: "Take the run over?" });
  await page.getByRole("button", { name: "Take over…" }).click();
  await ofTakeOver.getByLabel("Reason").fill("It will not be sent");
  const taking = await withhold(page, () => ofTakeOver.getByRole("button", { name: "Take over" }).click());
  await rows("update plumbline.runs set status = 'pausing' where id = $1", [run]);
  await rows("update plumbline.runs set status = 'paused' where id = $1", [run]);
  await page.reload();
  const resuming = await withhold(page, () => page.getByRole("button", { name: "Resume" }).click());
  await rows("delete from plumbline.runs where id = $1", [run]);
  return [pausing, cancelling, taking, resuming];
}

/** One whose worker says that it is alive and has done nothing for minutes. */
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
