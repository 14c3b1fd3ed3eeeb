import { TextFilter } from "@/components/filters/text-filter";
import { TimeAndRun } from "@/components/filters/time-and-run";
import type { useAuditFilter } from "./audit-filter";
import type { Suggestions } from "./suggestions";

type AuditFiltersProps = ReturnType<typeof useAuditFilter> & { suggestions: Suggestions };

export function AuditFilters({ filter, set, clear, filtered, suggestions }: AuditFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TextFilter
        label="Type"
        value={filter.type}
        suggestions={suggestions.types}
        onChange={(type) => set({ type })}
        className="w-60 max-sm:w-full"
      />
      <TextFilter
        label="Table"
        value={filter.table}
        suggestions={suggestions.tables}
        onChange={(table) => set({ table })}
        className="w-44 max-sm:w-full"
      />
      <TextFilter
        label="Operator"
        value={filter.operator}
        suggestions={suggestions.operators}
        onChange={(operator) => set({ operator })}
        className="w-52 max-sm:w-full"
      />
      <TimeAndRun filter={filter} set={set} clear={clear} filtered={filtered} />
    </div>
  );
}
