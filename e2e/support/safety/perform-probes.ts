import type { Page } from "@playwright/test";
import { type ActionRequest, withhold } from "./action-request";

/** Everything that an operator does with probes, up to the request. */
export async function performProbes(page: Page): Promise<ActionRequest[]> {
  await page.goto("/playbooks/lead-purchases-default");
  return [await withhold(page, () => page.getByRole("button", { name: "Try all probes of this playbook" }).click())];
}

/** Everything that an admin does with probes, up to the request. */
export async function administerProbes(page: Page): Promise<ActionRequest[]> {
  await writeProbe(page, "It will not be sent");
  const trying = await withhold(page, () => page.getByRole("button", { name: "Try it" }).click());
  const saving = await withhold(page, () => page.getByRole("button", { name: "Save" }).click());
  await writeProbe(page, "A probe to be removed");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Remove A probe to be removed" }).click();
  const removing = await withhold(page, () =>
    page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click(),
  );
  await page.goto("/probes?tab=schedule");
  const scheduling = await withhold(page, () => page.getByRole("button", { name: "Save the schedule" }).click());
  return [trying, saving, removing, scheduling];
}

async function writeProbe(page: Page, name: string): Promise<void> {
  await page.goto("/probes?edit=new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("What it shows").fill("An order without a number is refused");
  await page
    .getByLabel("SQL", { exact: true })
    .fill("insert into orders (user_id, total) values (gen_random_uuid(), 1)");
  await page.getByLabel("Expected", { exact: true }).selectOption("Refused with a code");
  await page.getByLabel("Code", { exact: true }).fill("23502");
}
