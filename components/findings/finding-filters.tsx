import { useQuery } from "@tanstack/react-query";
import { playbooksQuery } from "@/components/playbooks/queries";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { FindingPage } from "@/lib/findings/browse-findings";
import { facetOptions, foundOptions } from "./facet-options";
import type { useFindingFilter } from "./finding-filter";

const groupings = [
  { value: "table", label: "Group by table" },
  { value: "check", label: "Group by check" },
] as const;

type FindingFiltersProps = ReturnType<typeof useFindingFilter> & { facets: FindingPage["facets"] | undefined };

export function FindingFilters({ filter, by, set, clear, filtered, facets }: FindingFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Status"
        options={facetOptions(
          [
            ["attention", "Needs attention"],
            ["failing", "Failing"],
            ["not_checked", "Not checked"],
            ["passing", "Passing"],
            ["any", "Any status"],
          ],
          facets && withAttention(facets.status),
        )}
        value={filter.status}
        onValueChange={(status) => set({ status })}
        className="w-48"
      />
      <Select
        aria-label="Standing"
        options={facetOptions(
          [
            ["open", "Open"],
            ["known", "Known"],
            ["dismissed", "Dismissed"],
            ["any", "Any standing"],
          ],
          facets?.standing,
        )}
        value={filter.standing}
        onValueChange={(standing) => set({ standing })}
        className="w-40"
      />
      <Select
        aria-label="Severity"
        options={facetOptions(
          [
            ["any", "Any severity"],
            ["error", "Error"],
            ["warning", "Warning"],
            ["info", "Info"],
          ],
          facets?.severity,
        )}
        value={filter.severity}
        onValueChange={(severity) => set({ severity })}
        className="w-40"
      />
      <Select
        aria-label="Since the last scan"
        options={facetOptions(
          [
            ["any", "Changed or not"],
            ["new", "New"],
            ["worse", "Worse"],
            ["better", "Better"],
            ["fixed", "Fixed"],
          ],
          facets?.change,
        ).map((option) => (option.value === "any" ? { ...option, label: "Changed or not" } : option))}
        value={filter.change}
        onValueChange={(change) => set(change === "fixed" ? { change, status: "any" } : { change })}
        className="w-40"
      />
      <Select
        aria-label="Check"
        options={foundOptions("Any check", facets?.check, filter.check)}
        value={filter.check}
        onValueChange={(check) => set({ check })}
        className="w-52"
      />
      <Select
        aria-label="Table"
        options={foundOptions("Any table", facets?.table, filter.table)}
        value={filter.table}
        onValueChange={(table) => set({ table, schema: null })}
        className="w-48"
      />
      <IncidentSelect value={filter.playbook} onChange={(playbook) => set({ playbook })} />
      <Select
        aria-label="Grouping"
        options={groupings}
        value={by}
        onValueChange={(value) => set({ by: value })}
        className="w-40"
      />
      {filtered && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

function IncidentSelect({ value, onChange }: { value: string; onChange: (slug: string) => void }) {
  const { data = [] } = useQuery(playbooksQuery);
  const found = data.map(({ slug, title }) => ({ value: slug, label: title }));
  const options = [{ value: "any", label: "Any incident" }, ...found];
  if (!options.some((option) => option.value === value)) options.push({ value, label: value });
  return <Select aria-label="Incident" options={options} value={value} onValueChange={onChange} className="w-52" />;
}

function withAttention(status: FindingPage["facets"]["status"]): FindingPage["facets"]["status"] {
  const sum = (facets: typeof status) => facets.reduce((total, { count }) => total + count, 0);
  const open = status.filter(({ value }) => value !== "passing");
  return [
    ...status,
    { value: "attention", label: "attention", count: sum(open) },
    { value: "any", label: "any", count: sum(status) },
  ];
}
