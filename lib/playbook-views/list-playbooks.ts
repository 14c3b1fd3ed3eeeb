import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { presentTables } from "@/lib/catalog/present-tables";
import type { Engine } from "@/lib/db";
import { findingId } from "@/lib/findings/finding-id";
import { readFindings, summarise } from "@/lib/findings/stored-finding";
import { playbookPanels } from "@/lib/overview/get-overview";
import type { Playbook } from "@/lib/playbooks/define";
import { playbooks } from "@/lib/playbooks/registry";
import type { PlaybookView } from "@/lib/playbooks/types";
import { viewPlaybook } from "./view-playbook";

/** Every documented incident with the state of its steps, as measured last. */
export async function listPlaybooks(ctx: Context): Promise<PlaybookView[]> {
  requireRole(ctx, "viewer");
  return readPlaybooks(ctx.engine, playbooks);
}

/** Reads what was measured last of these playbooks, all at once. */
export async function readPlaybooks({ db }: Engine, wanted: Playbook[]): Promise<PlaybookView[]> {
  const ids = wanted.flatMap(({ expects }) => expects.map(({ check, target }) => findingId(check, target)));
  const findings = (await readFindings(db, sql`f.id = any (${ids}::text[])`)).map(summarise);
  const tables = wanted.flatMap((playbook) => playbook.tables);
  const isPresent = await presentTables(db, tables);
  const panels = await playbookPanels(db);
  return wanted.flatMap((playbook) => {
    const panel = panels.find(({ id }) => id === playbook.slug);
    return panel ? viewPlaybook(playbook, { panel, findings, isPresent }) : [];
  });
}
