import type { Applied } from "./ledger";
import type { Migration } from "./migration";

/** How a database stands against the migrations of this version of Plumbline. */
export interface Comparison {
  /** `absent`: never migrated. `older`: some are to be applied. `newer`: it knows some that this version does not. */
  status: "current" | "absent" | "older" | "newer";
  pending: Migration[];
  /** Applied under the same version but with another content: the file was edited after the fact. */
  changed: string[];
  /** The last applied version. */
  version: string | null;
}

export function compareMigrations(migrations: Migration[], ledger: Applied[] | null): Comparison {
  const applied = new Map((ledger ?? []).map((entry) => [entry.version, entry]));
  const known = new Set(migrations.map((migration) => migration.version));
  const pending = migrations.filter((migration) => !applied.has(migration.version));
  const changed = migrations.filter(({ version, checksum }) => {
    const entry = applied.get(version);
    return entry !== undefined && entry.checksum !== checksum;
  });
  // Versions that are not dates belong to parts that are replaced, not built upon; an old one is no sign of a newer Plumbline.
  const unknown = [...applied.keys()].filter((version) => /^\d+$/.test(version) && !known.has(version));
  return {
    status: statusOf(applied.size, unknown.length, pending.length),
    pending,
    changed: changed.map((migration) => migration.version),
    version:
      [...applied.keys()]
        .filter((version) => /^\d+$/.test(version))
        .sort()
        .at(-1) ?? null,
  };
}

function statusOf(applied: number, unknown: number, pending: number): Comparison["status"] {
  if (applied === 0) return "absent";
  if (unknown > 0) return "newer";
  return pending > 0 ? "older" : "current";
}
