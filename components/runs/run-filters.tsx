import { useQuery } from "@tanstack/react-query";
import { TimeFilter } from "@/components/filters/time-filter";
import { Button } from "@/components/ui/button";
import { Select, type SelectOption } from "@/components/ui/select";
import { statusWords } from "@/components/ui/status-badge";
import { runChoicesQuery } from "./queries";
import { runStatuses, type useRunFilter } from "./run-filter";

const any = "any";
const underWay = { value: "under_way", label: "Under way" } as const;

export function RunFilters({ filter, narrow, clear, filtered }: ReturnType<typeof useRunFilter>) {
  const { data } = useQuery(runChoicesQuery);
  const statuses = runStatuses.map((status) =>
    status === "under_way" ? underWay : { value: status, label: statusWords(status) },
  );
  return (
    <div className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <Choice
        label="Status"
        any="Any status"
        options={statuses}
        value={filter.status}
        onChange={(status) => narrow({ status })}
      />
      <Choice
        label="Repair"
        any="Any repair"
        options={data?.repairs ?? []}
        value={filter.repair}
        onChange={(repair) => narrow({ repair })}
      />
      <Choice
        label="Table"
        any="Any table"
        options={named(data?.tables)}
        value={filter.table}
        onChange={(table) => narrow({ table })}
      />
      <Choice
        label="Operator"
        any="Anybody"
        options={named(data?.people)}
        value={filter.person}
        onChange={(person) => narrow({ person })}
      />
      <TimeFilter label="From" value={filter.from} onChange={(from) => narrow({ from })} />
      <TimeFilter label="To" value={filter.to} onChange={(to) => narrow({ to })} />
      {filtered && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  any: string;
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

function Choice<Value extends string>({ label, any: anyLabel, options, value, onChange }: ChoiceProps<Value>) {
  const all: SelectOption<Value | typeof any>[] = [{ value: any, label: anyLabel }, ...options];
  // What the address asks for may have no run here.
  if (value !== null && !options.some((option) => option.value === value)) all.push({ value, label: value });
  return (
    <Select
      aria-label={label}
      options={all}
      value={value ?? any}
      onValueChange={(chosen) => onChange(chosen === any ? null : (chosen as Value))}
      className="sm:w-44"
    />
  );
}

function named(values: readonly string[] = []): SelectOption<string>[] {
  return values.map((value) => ({ value, label: value }));
}
