import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { playbooks } from "@/lib/playbooks/registry";
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
  return all.map((view) => ({ ...view, last: last.get(view.id) ?? null }));
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
          statements: scenario(),
          last: null,
        };
      }),
    );
}

function viewOf({ id, name, description, owner, changedAt, statements }: StoredProbe): ProbeView {
  const written = { owner, changedAt };
  return { id, title: name, summary: description, source: "page", playbook: null, written, statements, last: null };
}
