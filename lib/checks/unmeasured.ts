import type { Catalog, UndeclaredReference } from "@/lib/catalog/types";
import type { ReferenceTarget } from "./target";
import { keyLabel } from "./wording";

/** Columns that are named like a reference, where looking at their values failed: to be spoken of, since silence reads as a pass. */
export function unmeasuredReferences(catalog: Catalog): ReferenceTarget[] {
  return catalog.unmeasured.map(({ reason: _, ...reference }) => ({
    kind: "reference",
    ...reference,
    onDelete: "no action",
  }));
}

/** A sentence where nobody knows whether the target is a reference at all; null where somebody does. */
export function unmeasured(target: ReferenceTarget, catalog: Catalog): string | null {
  if (!target.inferred) return null;
  const reason = reasonsOf(catalog).get(endsOf(target));
  return reason === undefined
    ? null
    : `${keyLabel(target.table, target.columns)} is named like a reference to ${keyLabel(target.parent, target.parentColumns)}, and whether it is one could not be told from its values. ${reason}`;
}

const known = new WeakMap<Catalog["unmeasured"], Map<string, string>>();

// There may be thousands, and each is asked for by itself.
function reasonsOf({ unmeasured: references }: Catalog): Map<string, string> {
  const reasons = known.get(references) ?? new Map(references.map((one) => [endsOf(one), one.reason]));
  known.set(references, reasons);
  return reasons;
}

function endsOf({ table, columns, parent, parentColumns }: UndeclaredReference): string {
  return JSON.stringify([table.schema, table.name, columns, parent.schema, parent.name, parentColumns]);
}
