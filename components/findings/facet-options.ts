import { formatNumber } from "@/components/ui/format";
import type { SelectOption } from "@/components/ui/select";
import type { Facet } from "@/lib/findings/browse-findings";

/** Answers with how many findings each gives; before the numbers are there, the answers alone. */
export function facetOptions<const Value extends string>(
  labels: readonly (readonly [Value, string])[],
  facets: readonly Facet[] | undefined,
): SelectOption<Value>[] {
  const counts = new Map(facets?.map(({ value, count }) => [value, count]));
  const total = facets?.reduce((sum, { count }) => sum + count, 0);
  return labels.map(([value, label]) => {
    const count = counts.get(value) ?? (value === "any" ? total : 0);
    return { value, label: facets ? `${label} (${formatNumber(count ?? 0)})` : label };
  });
}

/** The answers that there are, the most frequent first; the chosen one stays even where nothing has it any more. */
export function foundOptions(
  any: string,
  facets: readonly Facet[] | undefined,
  chosen: string,
  chosenLabel = chosen,
): SelectOption<string>[] {
  const found = (facets ?? []).map(({ value, label, count }) => ({
    value,
    label: `${label} (${formatNumber(count)})`,
  }));
  const missing = chosen !== "any" && !found.some(({ value }) => value === chosen);
  return [{ value: "any", label: any }, ...found, ...(missing ? [{ value: chosen, label: `${chosenLabel} (0)` }] : [])];
}
