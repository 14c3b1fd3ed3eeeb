import { type Kysely, sql } from "kysely";
import { isAuditTable } from "@/lib/audit/audit-table";
import { equivalentForeignKey, missingColumn, parentTable } from "@/lib/catalog/equivalents";
import { inferReferences } from "@/lib/catalog/infer/infer-references";
import type { NameCandidate, Overlap } from "@/lib/catalog/infer/types";
import type { Catalog, UndeclaredReference } from "@/lib/catalog/types";
import { inTransaction } from "@/lib/db";
import { referenceId } from "./reference-id";
import { storeSuggestions } from "./store-suggestions";
import { isInForce, readSuggestions, type SuggestionRow, unmeasuredOf } from "./suggestion-row";

const brief = { lockTimeoutMs: 5_000, statementTimeoutMs: 30_000 };

/** The catalogue with the references that nothing declares: those that are sure and not rejected, and those that were adopted. */
export async function withUndeclared(db: Kysely<unknown>, catalog: Catalog, signal?: AbortSignal): Promise<Catalog> {
  const before = new Map((await readSuggestions(db, sql`true`)).map((row) => [row.id, row]));
  const kept = new Map<string, SuggestionRow>();
  const { candidates } = await inferReferences(db, catalog, {
    ...(signal && { signal }),
    known: (candidate) => stillHolds(before, candidate),
    before: (candidate) => {
      const row = before.get(referenceId(endsOf(candidate)));
      if (row) kept.set(row.id, row);
      return overlapOf(row);
    },
  });
  const seen = candidates
    .filter(({ table, parent }) => !isAuditTable(table) && !isAuditTable(parent))
    .map((candidate) => {
      // What is kept from before is looked at again as soon as that is possible.
      const old = kept.get(referenceId(candidate));
      return {
        candidate,
        basis: old ? old.basis : basisOf(catalog.find(candidate.table), catalog.find(candidate.parent)),
      };
    });
  const after = await inTransaction(db, brief, async (trx) => {
    await storeSuggestions(trx, seen);
    return readSuggestions(trx, sql`true`);
  });
  return {
    ...catalog,
    undeclared: inForceOf(after, catalog),
    unmeasured: after.flatMap(unmeasuredOf).filter((reference) => isThere(reference, catalog)),
  };
}

/** The same, as far as it is known without looking at any row: as the last scan found them, and as people decided. */
export async function withKnownReferences(db: Kysely<unknown>, catalog: Catalog): Promise<Catalog> {
  return { ...catalog, undeclared: inForceOf(await readSuggestions(db, sql`true`), catalog) };
}

function inForceOf(rows: SuggestionRow[], catalog: Catalog): UndeclaredReference[] {
  return rows
    .filter(isInForce)
    .map(({ reference, state }) => (state === "adopted" ? reference : { ...reference, inferred: true as const }))
    .filter((reference) => isThere(reference, catalog));
}

/** Nothing was written to either table since their values were compared. */
function stillHolds(before: Map<string, SuggestionRow>, candidate: NameCandidate): Overlap | null {
  const row = before.get(referenceId(endsOf(candidate)));
  if (!row || row.basis === null || row.basis !== basisOf(candidate.child, candidate.parent)) return null;
  return overlapOf(row);
}

function overlapOf(row: SuggestionRow | undefined): Overlap | null {
  return row && row.evidence.overlap !== null ? row.evidence : null;
}

function endsOf({ child, columns, parent, parentColumns }: NameCandidate): UndeclaredReference {
  return {
    table: child,
    columns: columns.map(({ name }) => name),
    parent,
    parentColumns: parentColumns.map(({ name }) => name),
  };
}

function basisOf(...tables: ({ writes?: string | null } | undefined)[]): string | null {
  return tables.every((table) => table?.writes) ? tables.map((table) => table?.writes).join(" ") : null;
}

// What was adopted may since have been declared, renamed or dropped.
function isThere(reference: UndeclaredReference, catalog: Catalog): boolean {
  const [table, parent] = [catalog.find(reference.table), parentTable(catalog, reference.parent)];
  if (!table || !parent || equivalentForeignKey(table, reference)) return false;
  return (
    missingColumn(table, reference.columns) === undefined &&
    missingColumn(parent, reference.parentColumns) === undefined
  );
}
