import { useQuery } from "@tanstack/react-query";
import { playbooksQuery } from "@/components/playbooks/queries";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Facet, FindingPage } from "@/lib/findings/browse-findings";
import { facetOptions, foundOptions } from "./facet-options";
import type { useFindingFilter } from "./finding-filter";
import { chosenTable, tableChoice } from "./table-choice";

const groupings = [
  { value: "table", label: "Group by table" },
  { value: "check", label: "Group by check" },
] as const;

const statuses = [
  ["attention", "Needs attention"],
  ["failing", "Failing"],
  ["not_checked", "Not checked"],
  ["passing", "Passing"],
  ["any", "Any status"],
] as const;

const standings = [
  ["open", "Open"],
  ["known", "Known"],
  ["dismissed", "Dismissed"],
  ["any", "Any standing"],
] as const;

const severities = [
  ["any", "Any severity"],
  ["error", "Error"],
  ["warning", "Warning"],
  ["info", "Info"],
] as const;

const changes = [
  ["any", "Changed or not"],
  ["new", "New"],
  ["worse", "Worse"],
  ["better", "Better"],
  ["fixed", "Fixed"],
] as const;

const ages = [
  ["any", "Any age"],
  ["day", "Failing for a day at most"],
  ["week", "Failing for 1 to 7 days"],
  ["older", "Failing for over a week"],
] as const;

type FindingFiltersProps = ReturnType<typeof useFindingFilter> & { facets: FindingPage["facets"] | undefined };

export function FindingFilters({ filter, by, set, clear, filtered, facets }: FindingFiltersProps) {
  const table = tableChoice(filter);
  return (
    <div className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <AnswerSelect
        label="Status"
        answers={statuses}
        facets={facets && withAttention(facets.status)}
        value={filter.status}
        onChange={(status) => set({ status })}
      />
      <AnswerSelect
        label="Standing"
        answers={standings}
        facets={facets?.standing}
        value={filter.standing}
        onChange={(standing) => set({ standing })}
      />
      <AnswerSelect
        label="Severity"
        answers={severities}
        facets={facets?.severity}
        value={filter.severity}
        onChange={(severity) => set({ severity })}
      />
      <AnswerSelect
        label="Since the last scan"
        answers={changes}
        facets={facets?.change}
        value={filter.change}
        onChange={(change) => set(change === "fixed" ? { change, status: "any" } : { change })}
      />
      <AnswerSelect
        label="Age"
        answers={ages}
        facets={facets?.since}
        value={filter.since}
        onChange={(since) => set({ since })}
      />
      <Select
        aria-label="Check"
        options={foundOptions("Any check", facets?.check, filter.check)}
        value={filter.check}
        onValueChange={(check) => set({ check })}
        className="sm:w-52"
      />
      <Select
        aria-label="Table"
        options={foundOptions("Any table", facets?.table, table.value, table.label)}
        value={table.value}
        onValueChange={(value) => set(chosenTable(value))}
        className="sm:w-48"
      />
      <IncidentSelect value={filter.playbook} onChange={(playbook) => set({ playbook })} />
      <Select
        aria-label="Grouping"
        options={groupings}
        value={by}
        onValueChange={(value) => set({ by: value })}
        className="sm:w-40"
      />
      {filtered && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

interface AnswerSelectProps<Value extends string> {
  label: string;
  answers: readonly (readonly [Value, string])[];
  facets: readonly Facet[] | undefined;
  value: Value;
  onChange: (value: Value) => void;
}

/** A question with a few answers, each with how many findings it gives. */
function AnswerSelect<Value extends string>({ label, answers, facets, value, onChange }: AnswerSelectProps<Value>) {
  return (
    <Select
      aria-label={label}
      options={facetOptions(answers, facets)}
      value={value}
      onValueChange={onChange}
      className="sm:w-46"
    />
  );
}

function IncidentSelect({ value, onChange }: { value: string; onChange: (slug: string) => void }) {
  const { data = [] } = useQuery(playbooksQuery);
  const found = data.map(({ slug, title }) => ({ value: slug, label: title }));
  const options = [{ value: "any", label: "Any incident" }, ...found];
  if (!options.some((option) => option.value === value)) options.push({ value, label: value });
  return <Select aria-label="Incident" options={options} value={value} onValueChange={onChange} className="sm:w-52" />;
}

function withAttention(status: Facet[]): Facet[] {
  const sum = (facets: Facet[]) => facets.reduce((total, { count }) => total + count, 0);
  const open = status.filter(({ value }) => value !== "passing");
  return [
    ...status,
    { value: "attention", label: "attention", count: sum(open) },
    { value: "any", label: "any", count: sum(status) },
  ];
}
