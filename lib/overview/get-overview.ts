import { type Kysely, sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { presentTables } from "@/lib/catalog/present-tables";
import type { TableName } from "@/lib/catalog/types";
import { findingId } from "@/lib/findings/finding-id";
import { readFindings, type StoredFinding, summarise } from "@/lib/findings/stored-finding";
import type { Playbook } from "@/lib/playbooks/define";
import { playbooks } from "@/lib/playbooks/registry";
import { endSilentScans, readScan } from "@/lib/scans/scan-row";
import { panelOf } from "./panel";
import { tableGroups } from "./table-groups";
import type { HealthPanel, Overview } from "./types";

/** Where the database stands: a panel for each playbook and for each group of tables, and the last scan. */
export async function getOverview(ctx: Context): Promise<Overview> {
  requireRole(ctx, "viewer");
  const { db } = ctx.engine;
  await endSilentScans(db);
  const lastScan = await readScan(db, sql`true`);
  return { playbooks: await playbookPanels(db), tableGroups: await groupPanels(db), lastScan };
}

/** The health of every playbook, in the order of the documents. */
export async function playbookPanels(db: Kysely<unknown>): Promise<HealthPanel[]> {
  const findings = await readFindings(db, sql`f.playbook is not null`);
  const isPresent = await presentTables(
    db,
    playbooks.flatMap(({ tables }) => tables),
  );
  return playbooks.map((playbook) =>
    panelOf({
      id: playbook.slug,
      title: playbook.title,
      href: `/playbooks/${playbook.slug}`,
      isPresent: playbook.tables.some(isPresent),
      findings: findings.filter((finding) => finding.playbook === playbook.slug),
      next: (failing) => firstStep(playbook, failing),
    }),
  );
}

async function groupPanels(db: Kysely<unknown>): Promise<HealthPanel[]> {
  const findings = await readFindings(db, sql`true`);
  const isPresent = await presentTables(
    db,
    tableGroups.flatMap(({ tables }) => tables),
  );
  const grouped = tableGroups.map((group) => {
    const ofGroup = findings.filter(({ target }) => group.tables.some((table) => isSame(table, target.table)));
    return { group, ofGroup };
  });
  const panels = grouped.map(({ group, ofGroup }) =>
    panelOf({ ...group, isPresent: group.tables.some(isPresent), findings: ofGroup, next: worst }),
  );
  const known = new Set(grouped.flatMap(({ ofGroup }) => ofGroup));
  const others = findings.filter((finding) => !known.has(finding));
  if (others.length === 0) return panels;
  const rest = {
    id: "other",
    title: "Other tables",
    href: "/findings",
    isPresent: true,
    findings: others,
    next: worst,
  };
  return [...panels, panelOf(rest)];
}

// The order of the playbook stops the bleeding first; the worst number need not be the first thing to mend.
function firstStep(playbook: Playbook, failing: StoredFinding[]): string {
  const ids = new Set(failing.map(({ id }) => id));
  const step = playbook.steps.find(({ check, target }) => ids.has(findingId(check, target)));
  return step ? `${step.title}.` : worst(failing);
}

function worst([first]: StoredFinding[]): string {
  return first ? summarise(first).message : "Nothing to do.";
}

function isSame(left: TableName, right: TableName): boolean {
  return left.schema === right.schema && left.name === right.name;
}
