import { TextFilter } from "@/components/filters/text-filter";
import { TimeAndRun } from "@/components/filters/time-and-run";
import { Select } from "@/components/ui/select";
import { changeWords } from "./change-badge";
import { changes, type useQuarantineFilter } from "./quarantine-filter";

type QuarantineFiltersProps = ReturnType<typeof useQuarantineFilter> & { tables: string[] };

const anyChange = { value: "any", label: "Any change" } as const;
const options = [anyChange, ...changes.map((value) => ({ value, label: changeWords[value] }))];

export function QuarantineFilters({ filter, set, clear, filtered, tables }: QuarantineFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TextFilter
        label="Text in a value"
        value={filter.text}
        suggestions={[]}
        onChange={(text) => set({ text })}
        className="w-52 max-sm:w-full"
      />
      <TextFilter
        label="Table"
        value={filter.table}
        suggestions={tables}
        onChange={(table) => set({ table })}
        className="w-44 max-sm:w-full"
      />
      <TextFilter
        label="Key"
        value={filter.key}
        suggestions={[]}
        onChange={(key) => set({ key })}
        className="w-52 max-sm:w-full"
      />
      <Select
        aria-label="Change"
        options={options}
        value={filter.change ?? "any"}
        onValueChange={(change) => set({ change: change === "any" ? null : change })}
        className="w-36 max-sm:w-full"
      />
      <TimeAndRun filter={filter} set={set} clear={clear} filtered={filtered} />
    </div>
  );
}
