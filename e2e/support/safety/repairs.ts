import { expect, type Page } from "@playwright/test";
import { system } from "@/lib/audit/emit";
import type { CheckCode } from "@/lib/checks/codes";
import type { RunStatus } from "@/lib/runs/types";
import { withEngine } from "../engine";
import { untilScanned } from "../until-scanned";
import { until } from "./until";

/** Scans from the overview and waits until every table was measured. */
export async function scanNow(page: Page): Promise<void> {
  // While the server makes its own first one, a person is given that.
  await untilScanned();
  await page.goto("/");
  const before = (await scansOfPeople()).length;
  await page.getByRole("button", { name: "Scan now" }).click();
  await expect.poll(async () => (await scansOfPeople()).slice(before), { timeout: 30_000 }).toEqual(["succeeded"]);
}

/** The finding of one check on one table. */
export async function findingOf(check: CheckCode, table: string): Promise<string> {
  const found = await rows<{ id: string }>(
    "select id from plumbline.findings where check_code = $1 and table_name = $2",
    [check, table],
  );
  const [finding] = found;
  if (!finding || found.length > 1) throw new Error(`${found.length} findings of ${check} on ${table}.`);
  return finding.id;
}

/** From a finding to the preview of one of its repairs; the id of the plan. */
export async function preview(page: Page, finding: string, repair: string): Promise<string> {
  await page.goto(`/findings/${finding}`);
  await page.getByRole("button", { name: `Preview: ${repair}` }).click();
  await expect(page).toHaveURL(/\/plans\//);
  return idIn(page);
}

/** Opens the confirmation of the preview on the screen and fills it in; what is left to do is to press Apply. */
export async function confirm(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Apply…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill(reason);
  const phrase = dialog.getByLabel(/^Type “/);
  const label = dialog.getByText(/^Type “/);
  if (await phrase.isVisible()) await phrase.fill((await label.textContent())?.match(/“(.*)”/)?.[1] ?? "");
}

export function applyButton(page: Page) {
  return page.getByRole("alertdialog").getByRole("button", { name: "Apply", exact: true });
}

/** Applies the preview on the screen; the id of the run, whose page is then open. */
export async function apply(page: Page, reason: string): Promise<string> {
  await confirm(page, reason);
  await applyButton(page).click();
  return openedRun(page);
}

export async function openedRun(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/runs\//);
  return idIn(page);
}

/** Waits until a run on this table has begun; its id. */
export async function begunOn(table: string): Promise<string> {
  const begun = () =>
    rows<{ id: string }>("select id from plumbline.runs where table_name = $1 and status = 'running'", [table]);
  await until(async () => (await begun()).length > 0, 20_000);
  return (await begun())[0]?.id ?? "";
}

/** Waits until a run is over and says how it ended. */
export async function endOf(runId: string): Promise<RunStatus> {
  const read = async () =>
    (await rows<{ status: RunStatus }>("select status from plumbline.runs where id = $1", [runId]))[0]?.status;
  const isOver = async () => ["succeeded", "failed", "cancelled"].includes((await read()) ?? "");
  await expect.poll(isOver, { timeout: 45_000 }).toBe(true);
  return (await read()) as RunStatus;
}

/** What the database answers, as objects. */
export function rows<T extends object>(text: string, parameters: unknown[] = []): Promise<T[]> {
  return withEngine(async (client) => (await client.query<T>(text, parameters)).rows);
}

/** The one number that the database answers. */
export async function count(text: string, parameters: unknown[] = []): Promise<number> {
  const [row] = await rows<{ count: string }>(`select count(*) as count ${text}`, parameters);
  return Number(row?.count);
}

/** The states of the scans that somebody asked for, the oldest first; the server begins some of its own. */
async function scansOfPeople(): Promise<string[]> {
  const scans = await rows<{ status: string }>(
    "select status from plumbline.scans where actor <> $1 order by started_at",
    [system.email],
  );
  return scans.map(({ status }) => status);
}

function idIn(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
