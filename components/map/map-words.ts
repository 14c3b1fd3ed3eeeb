import { formatCount } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";
import type { Health, MapReference, MapTable, ReferenceKind } from "@/lib/map/types";

export const kindWords: Record<ReferenceKind, string> = {
  declared: "Foreign key",
  expected: "Expected by an incident, no foreign key",
  undeclared: "Not declared by a foreign key",
};

/** "3 failing", "1 not checked"; null where the status says it all. */
export function healthLabel({ status, failing, notChecked }: Health): string | undefined {
  if (status === "failing") return `${failing.error + failing.warning} failing`;
  return notChecked > 0 ? `${notChecked} not checked` : undefined;
}

/** What stands on the line of a reference: nothing on one that is sound, or that nobody looked at yet. */
export function lineLabel(reference: MapReference): string | null {
  const { status, orphans, failing, notChecked } = reference;
  if (failing.error > 0) return orphans ? orphanWords(reference) : formatCount(failing.error, "error");
  if (failing.warning > 0) return formatCount(failing.warning, "warning");
  return status === "not_checked" && notChecked > 0 ? "Not checked" : null;
}

/** "1,200 orphaned rows" */
export function orphanWords({ orphans }: Pick<MapReference, "orphans">): string {
  return formatCount(orphans ?? 0, "orphaned row");
}

/** An error is worse than a warning. */
export function healthTone({ status, failing }: Health): Extract<Tone, "danger" | "warning" | "neutral"> {
  if (status === "failing") return failing.error > 0 ? "danger" : "warning";
  return "neutral";
}

/** Where somebody reads what was found of the table. */
export function tableHref({ schema, name, status }: Pick<MapTable, "schema" | "name" | "status">): string {
  const asked = new URLSearchParams({ schema, table: name });
  if (status === "healthy") asked.set("status", "any");
  return `/findings?${asked}`;
}

/** Its worst finding, or all that was looked at where nothing was found. */
export function referenceHref({ findings: [worst] }: MapReference, child: MapTable): string {
  return worst ? `/findings/${worst.id}` : tableHref({ ...child, status: "healthy" });
}

/** "~5,257 rows" */
export function sizeWords({ rowEstimate, outside }: MapTable): string {
  if (outside) return "Outside of the scans";
  return rowEstimate === null ? "Size not known" : `~${formatCount(rowEstimate, "row")}`;
}
