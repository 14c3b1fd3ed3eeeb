import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { playbooksQuery } from "@/components/playbooks/queries";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { useFindingFilter } from "./finding-filter";

const any = "any";

const statuses = [
  { value: any, label: "Any status" },
  { value: "failing", label: "Failing" },
  { value: "not_checked", label: "Not checked" },
  { value: "passing", label: "Passing" },
] as const;

const severities = [
  { value: any, label: "Any severity" },
  { value: "error", label: "Error" },
  { value: "warning", label: "Warning" },
  { value: "info", label: "Info" },
] as const;

const groupings = [
  { value: "table", label: "Group by table" },
  { value: "check", label: "Group by check" },
] as const;

export function FindingFilters({ filter, by, set, clear, filtered }: ReturnType<typeof useFindingFilter>) {
  const playbooks = useQuery(playbooksQuery);
  const incidents = [
    { value: any, label: "Any incident" },
    ...(playbooks.data ?? []).map(({ slug, title }) => ({ value: slug, label: title })),
  ];
  if (filter.playbook && !incidents.some(({ value }) => value === filter.playbook)) {
    incidents.push({ value: filter.playbook, label: filter.playbook });
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Status"
        options={statuses}
        value={filter.status ?? any}
        onValueChange={(value) => set({ status: value === any ? null : value })}
        className="w-36"
      />
      <Select
        aria-label="Severity"
        options={severities}
        value={filter.severity ?? any}
        onValueChange={(value) => set({ severity: value === any ? null : value })}
        className="w-36"
      />
      <Select
        aria-label="Incident"
        options={incidents}
        value={filter.playbook ?? any}
        onValueChange={(value) => set({ playbook: value === any ? null : value })}
        className="w-64"
      />
      <Select
        aria-label="Grouping"
        options={groupings}
        value={by}
        onValueChange={(value) => set({ by: value })}
        className="w-40"
      />
      {filter.table && (
        <Button
          onClick={() => set({ table: null, schema: null })}
          aria-label={`Show all tables, not only ${filter.table}`}
        >
          Table {filter.schema ? `${filter.schema}.` : ""}
          {filter.table}
          <X aria-hidden />
        </Button>
      )}
      {filtered && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
