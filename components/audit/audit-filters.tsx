import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { useAuditFilter } from "./audit-filter";
import type { Suggestions } from "./suggestions";
import { TextFilter } from "./text-filter";
import { TimeFilter } from "./time-filter";

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
      <TimeFilter label="From" value={filter.from} onChange={(from) => set({ from })} />
      <TimeFilter label="To" value={filter.to} onChange={(to) => set({ to })} />
      {filter.run && (
        <Button onClick={() => set({ run: null })} aria-label="Show all runs, not only this one">
          Run {filter.run.slice(0, 8)}
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
