"use client";

import { RotateCw } from "lucide-react";
import { ColumnsMenu } from "@/components/data-table/columns-menu";
import { FilterChip } from "@/components/data-table/filter-chip";
import { SearchField } from "@/components/data-table/search-field";
import { Button } from "@/components/ui/button";
import type { BrowsableColumn, BrowsableRecord } from "@/lib/records/browsable";
import { AddFilter } from "./add-filter";
import { columnVisibility, namedColumns } from "./column-visibility";
import { writeFilter } from "./filter-text";
import { filterWords } from "./filter-words";
import type { RecordView, SetRecordView } from "./use-record-view";

interface RecordToolbarProps {
  record: BrowsableRecord;
  /** Those of the definition that the database has. */
  columns: readonly BrowsableColumn[];
  view: RecordView;
  setView: SetRecordView;
  onRefresh: () => void;
  refreshing: boolean;
}

export function RecordToolbar({ record, columns, view, setView, onRefresh, refreshing }: RecordToolbarProps) {
  const visibility = columnVisibility(record, view.columns);
  const setFilters = (filter: string[]) => setView({ filter: filter.length > 0 ? filter : null, cursor: null });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
      <SearchField
        label={`Search ${record.noun}s`}
        value={view.q}
        onSearch={(q) => setView({ q: q || null, cursor: null }, { history: "replace" })}
      />
      <AddFilter
        columns={columns}
        onAdd={(filter) => setFilters([...new Set([...view.filter, writeFilter(filter)])])}
      />
      <ColumnsMenu
        columns={columns.map(({ key, label }) => ({ key, label }))}
        visibility={visibility}
        onToggle={(key, visible) => setView({ columns: namedColumns(record, { ...visibility, [key]: visible }) })}
        onReset={view.columns ? () => setView({ columns: null }) : undefined}
      />
      <Button size="icon" aria-label="Read again" onClick={onRefresh} pending={refreshing}>
        {!refreshing && <RotateCw aria-hidden />}
      </Button>
      {view.filter.map((text) => (
        <FilterChip
          key={text}
          text={filterWords(record.columns, text)}
          onRemove={() => setFilters(view.filter.filter((other) => other !== text))}
        />
      ))}
      {view.filter.length > 1 && (
        <Button variant="link" size="sm" onClick={() => setFilters([])}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
