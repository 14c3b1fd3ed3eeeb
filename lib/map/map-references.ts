import type { Catalog, TableName, UndeclaredReference } from "@/lib/catalog/types";
import { titleOf } from "@/lib/checks/registry";
import { toCount } from "@/lib/db";
import type { StoredFinding } from "@/lib/findings/stored-finding";
import { referenceId } from "@/lib/references/reference-id";
import { healthOf } from "./health";
import { referenceEnds } from "./reference-ends";
import type { MapReference, ReferenceKind } from "./types";

interface Known {
  ends: UndeclaredReference;
  kind: ReferenceKind;
  findings: StoredFinding[];
}

/** Every reference once, however many foreign keys or promises say the same, with what was found of it. */
export function mapReferences(catalog: Catalog, findings: StoredFinding[]): MapReference[] {
  const known = new Map<string, Known>();
  const add = (ends: UndeclaredReference, kind: ReferenceKind) => {
    const id = referenceId(ends);
    if (!known.has(id)) known.set(id, { ends, kind, findings: [] });
  };
  for (const table of catalog.tables)
    for (const key of table.foreignKeys) add({ ...key, table: nameOf(table) }, "declared");
  for (const { target, playbook } of findings) {
    const ends = target.kind === "reference" && playbook !== null ? referenceEnds(target, catalog) : null;
    if (ends && catalog.find(ends.table)) add(ends, "expected");
  }
  for (const ends of catalog.undeclared) add(ends, "undeclared");
  for (const finding of findings) {
    const ends = referenceEnds(finding.target, catalog);
    if (ends) known.get(referenceId(ends))?.findings.push(finding);
  }
  return [...known].map(([id, reference]) => toReference(id, reference));
}

/** What a table goes by in the map. */
export function tableId({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}

function toReference(id: string, { ends, kind, findings }: Known): MapReference {
  const orphans = findings.find(({ check, standing }) => check === "orphan_rows" && standing === "open");
  return {
    id,
    child: tableId(ends.table),
    parent: tableId(ends.parent),
    columns: ends.columns,
    parentColumns: ends.parentColumns,
    kind,
    ...healthOf(findings),
    orphans: orphans?.count ? toCount(orphans.count) : null,
    findings: findings
      .filter(({ status, standing }) => status !== "passing" && standing === "open")
      .map(({ id, check, target, status, severity }) => ({ id, title: titleOf(check, target), status, severity })),
  };
}

function nameOf({ schema, name }: TableName): TableName {
  return { schema, name };
}
