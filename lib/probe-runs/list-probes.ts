import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { playbooks } from "@/lib/playbooks/registry";
import { notRun } from "@/lib/probes/not-run";
import { probes } from "@/lib/probes/registry";
import { lastResults } from "./last-results";
import { readStoredProbes, type StoredProbe } from "./stored-probes";
import type { ProbeView } from "./types";

/** Every probe with what it came to last: the documents' first, in their order, or those of one document alone. */
export async function listProbes(ctx: Context, playbook: string | null = null): Promise<ProbeView[]> {
  requireRole(ctx, "viewer");
  const { db } = ctx.engine;
  const written = playbook === null ? await readStoredProbes(db, sql`true`) : [];
  const all = [...documented(playbook), ...written.map(viewOf)];
  const last = await lastResults(
    db,
    all.map(({ id }) => id),
  );
  return all.map((view) => {
    const found = last.get(view.id);
    if (!found) return view;
    const { statements, ...result } = found;
    return { ...view, last: result, statements: statements.length > 0 ? statements : view.statements };
  });
}

function documented(wanted: string | null): ProbeView[] {
  return playbooks
    .filter(({ slug }) => wanted === null || slug === wanted)
    .flatMap(({ slug, title: ofPlaybook, probes: codes }) =>
      codes.map(({ code }): ProbeView => {
        const { title, summary, scenario } = probes[code];
        const playbook = { slug, title: ofPlaybook };
        return {
          id: code,
          title,
          summary,
          source: "document",
          playbook,
          written: null,
          statements: scenario().map(notRun),
          last: null,
        };
      }),
    );
}

function viewOf({ id, name, description, owner, changedAt, statements }: StoredProbe): ProbeView {
  const written = { owner, changedAt, statements };
  return {
    id,
    title: name,
    summary: description,
    source: "page",
    playbook: null,
    written,
    statements: statements.map(notRun),
    last: null,
  };
}
