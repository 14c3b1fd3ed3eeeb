import { expect, type Page } from "@playwright/test";
import { demoPassword, emailOf } from "../operators";
import { type ActionRequest, withhold } from "./action-request";
import { performAdministration, performDecisions } from "./perform-decisions";
import { performKeys } from "./perform-keys";
import { administerProbes, performProbes } from "./perform-probes";
import { performRetention } from "./perform-retention";
import { performSteering } from "./perform-steering";
import { apply, applyButton, confirm, endOf, findingOf, preview, rows } from "./repairs";
import { signOut } from "./sign-out";

interface Performed {
  /** One call of each server action, made in the browser and not sent: each of them would still do its work. */
  calls: ActionRequest[];
  /** Those of them that need an admin; the others need an operator. */
  administration: ActionRequest[];
  /** What stands for the parameters of addresses. */
  examples: Record<string, string>;
}

/** Does everything that people can do, up to the request, after a scan: what an operator may, and then what an admin may. */
export async function performEverything(page: Page, admin: Page): Promise<Performed> {
  const run = await repairOne(page);
  const undo = await withhold(page, () => page.getByRole("button", { name: "Preview the undo" }).click());
  const verifying = await withhold(page, () => page.getByRole("button", { name: "Verify again" }).click());

  const finding = await findingOf("orphan_rows", "orders");
  await page.goto(`/findings/${finding}`);
  const previewing = await withhold(page, () =>
    page.getByRole("button", { name: "Preview: Delete the orphans" }).click(),
  );
  const plan = await preview(page, finding, "Delete the orphans");
  await confirm(page, "It will not be sent");
  const applying = await withhold(page, () => applyButton(page).click());
  const steering = await performSteering(page);

  const decisions = [...(await performDecisions(page)), ...(await performProbes(page))];
  const administration = [
    ...(await performAdministration(admin)),
    ...(await performRetention(admin, run)),
    ...(await administerProbes(admin)),
    ...(await performKeys(admin)),
  ];
  await page.goto("/");
  const scanning = await withhold(page, () => page.getByRole("button", { name: "Scan now" }).click());
  const leaving = await withhold(page, () => signOut(page));
  return {
    calls: [
      undo,
      verifying,
      previewing,
      applying,
      ...steering,
      ...decisions,
      ...administration,
      scanning,
      leaving,
      await enter(page),
    ],
    administration,
    examples: await examplesOf({ run, plan, finding }),
  };
}

async function repairOne(page: Page): Promise<string> {
  await preview(page, await findingOf("active_but_expired", "sessions"), "End them");
  const run = await apply(page, "Their time is over");
  expect(await endOf(run)).toBe("succeeded");
  return run;
}

async function enter(page: Page): Promise<ActionRequest> {
  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("Email").fill(emailOf("operator"));
  await page.getByLabel("Password").fill(demoPassword);
  return withhold(page, () => page.getByRole("button", { name: "Sign in" }).click());
}

async function examplesOf({ run, plan, finding }: Record<"run" | "plan" | "finding", string>) {
  const [found] = await rows<{ order: string; conversation: string; scan: string; entry: string; image: string }>(`
    select
      (select id from orders limit 1) as "order",
      (select conversation_id from conversation_sessions limit 1) as conversation,
      (select id from plumbline.scans limit 1) as scan,
      (select id from error_logs limit 1) as entry,
      (select id from plumbline.quarantine limit 1) as image
  `);
  if (!found) throw new Error("The demo has no rows.");
  return {
    "/api/runs/[id]": run,
    "/runs/[id]": run,
    "/api/plans/[id]": plan,
    "/plans/[id]": plan,
    "/api/findings/[id]": finding,
    "/findings/[id]": finding,
    "/api/records/[record]": "orders",
    "/api/records/[key]": found.order,
    "/api/conversations/[id]": found.conversation,
    "/api/channels/[channel]": "voice",
    "/api/channels/[session]": "00000000-0000-4000-8000-000000000000",
    "/api/scans/[id]": found.scan,
    "/api/audit/[id]": found.entry,
    "/api/quarantine/[id]": found.image,
    "/api/quarantine/runs/[id]": run,
    "/api/probes/[id]": "purchase-without-id",
    "/checks/[code]": "orphan_rows",
    // The run belongs to it: there is something to export.
    "/api/playbooks/[slug]": "sessions-multi-customer",
    "/playbooks/[slug]": "lead-id-not-null",
  };
}
