import { sql } from "kysely";
import type { Engine } from "@/lib/db";
import { playbooks } from "@/lib/playbooks/registry";
import type { ProbeCode } from "@/lib/probes/codes";
import { probes } from "@/lib/probes/registry";
import type { Tried } from "./record-results";
import { readStoredProbes, type StoredProbe } from "./stored-probes";
import { tryDocument } from "./try-document";
import { tryStored } from "./try-written";

/** Null where all of them are meant; otherwise the name of a playbook, or the code or id of one probe. */
export type Wanted = string | null;

/** Tries every probe that is meant, one after the other, so that they hold little at a time; none where there is no such. */
export async function tryAll(engine: Engine, wanted: Wanted): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const code of codesOf(wanted)) {
    tried.push({ id: code, title: probes[code].title, result: await tryDocument(engine, code) });
  }
  for (const { id, name, statements } of await writtenOf(engine, wanted)) {
    tried.push({ id, title: name, result: await tryStored(engine, statements) });
  }
  return tried;
}

function codesOf(wanted: Wanted): ProbeCode[] {
  return playbooks.flatMap(({ slug, probes: ofPlaybook }) =>
    ofPlaybook.map(({ code }) => code).filter((code) => wanted === null || [slug, code].includes(wanted)),
  );
}

function writtenOf({ db }: Engine, wanted: Wanted): Promise<StoredProbe[]> {
  return readStoredProbes(
    db,
    wanted === null ? sql`true` : sql`p.id::text = ${wanted} or lower(p.name) = lower(${wanted})`,
  );
}
