"use client";

import { Columns3, ListFilter, RotateCw } from "lucide-react";
import { lazy } from "react";
import { FilterChip } from "@/components/data-table/filter-chip";
import { SearchField } from "@/components/data-table/search-field";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import type { BrowsableColumn, BrowsableRecord } from "@/lib/records/browsable";
import { columnVisibility, namedColumns } from "./column-visibility";
import { writeFilter } from "./filter-text";
import { filterWords } from "./filter-words";
import type { RecordView, SetRecordView } from "./use-record-view";

const loadAddFilter = () => import("./add-filter");
const AddFilter = lazy(() => loadAddFilter().then((module) => ({ default: module.AddFilter })));
const loadColumnsMenu = () => import("@/components/data-table/columns-menu");
const ColumnsMenu = lazy(() => loadColumnsMenu().then((module) => ({ default: module.ColumnsMenu })));

const filterButton = (
  <Button aria-label="Add a filter">
    <ListFilter aria-hidden />
    <span className="max-sm:sr-only">Filter</span>
  </Button>
);
const columnsButton = (
  <Button aria-label="Columns">
    <Columns3 aria-hidden />
    <span className="max-sm:sr-only">Columns</span>
  </Button>
);

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
      <OnDemand trigger={filterButton} load={loadAddFilter}>
        <AddFilter
          trigger={filterButton}
          columns={columns}
          onAdd={(filter) => setFilters([...new Set([...view.filter, writeFilter(filter)])])}
        />
      </OnDemand>
      <OnDemand trigger={columnsButton} load={loadColumnsMenu}>
        <ColumnsMenu
          trigger={columnsButton}
          columns={columns.map(({ key, label }) => ({ key, label }))}
          visibility={visibility}
          onToggle={(key, visible) => setView({ columns: namedColumns(record, { ...visibility, [key]: visible }) })}
          onReset={view.columns ? () => setView({ columns: null }) : undefined}
        />
      </OnDemand>
      <Button size="icon" aria-label="Read again" onClick={onRefresh} pending={refreshing}>
        {!refreshing && <RotateCw aria-hidden />}
      </Button>
      {view.filter.length > 0 && (
        <div className="flex min-w-0 flex-wrap items-center gap-2 max-sm:w-full">
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
      )}
    </div>
  );
}
