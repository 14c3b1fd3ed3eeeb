import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { TimeFilter } from "./time-filter";

interface TimeAndRunFilter {
  from: Date | null;
  to: Date | null;
  run: string | null;
}

interface TimeAndRunProps {
  filter: TimeAndRunFilter;
  set: (change: Partial<TimeAndRunFilter>) => unknown;
  clear: () => unknown;
  filtered: boolean;
}

/** The end of a row of filters: from when to when, of which run, and all of them away. */
export function TimeAndRun({ filter, set, clear, filtered }: TimeAndRunProps) {
  return (
    <>
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
    </>
  );
}
