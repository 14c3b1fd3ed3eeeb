"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { Pager } from "@/components/data-table/pager";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import type { BrowsableRecord } from "@/lib/records/browsable";
import { columnVisibility } from "./column-visibility";
import { RecordAbsent } from "./record-absent";
import { recordColumns } from "./record-columns";
import { RecordToolbar } from "./record-toolbar";
import { RecordsEmpty } from "./records-empty";
import { emptyView, type RecordView, type SetRecordView } from "./use-record-view";
import { useRecords } from "./use-records";

interface RecordTableProps {
  record: BrowsableRecord;
  view: RecordView;
  setView: SetRecordView;
}

const RecordSheet = lazy(() => import("./record-sheet").then((module) => ({ default: module.RecordSheet })));
const noMarks = {};

export function RecordTable({ record, view, setView }: RecordTableProps) {
  const { data, error, isPlaceholderData, isFetching, refetch } = useRecords(record.slug, view);
  const page = data?.state === "present" ? data : undefined;
  const [sheetWanted, setSheetWanted] = useState(false);
  if (view.open !== null && !sheetWanted) setSheetWanted(true);
  const columns = useMemo(
    () => recordColumns(record, page?.columns ?? null, page?.marks?.marks ?? noMarks),
    [record, page?.columns, page?.marks],
  );
  if (data?.state === "absent") return <RecordAbsent record={record} />;

  const present = record.columns.filter(({ key }) => !page || page.columns.includes(key));
  const sorting = view.sort ? { column: view.sort, direction: view.direction ?? "asc" } : record.sort;
  const open = (key: string | null) => setView({ open: key });
  const empty = page?.rows.length === 0 && !isPlaceholderData;

  return (
    <>
      <RecordToolbar
        record={record}
        columns={present}
        view={view}
        setView={setView}
        onRefresh={() => refetch()}
        refreshing={isFetching && !isPlaceholderData && page !== undefined}
      />
      {page?.marks?.notChecked && (
        <Notice tone="warning" className="mx-4 mb-3 md:mx-6">
          Whether findings name these records could not be checked: {page.marks.notChecked}
        </Notice>
      )}
      {error ? (
        <ErrorState
          title={`The ${record.noun}s could not be read`}
          message={error.message}
          onRetry={() => refetch()}
          retrying={isFetching}
          action={<Button onClick={() => setView({ ...emptyView })}>Reset the view</Button>}
          className="flex-1 border-t"
        />
      ) : (
        <div className="isolate min-h-64 flex-1 scroll-pt-9 scroll-pl-44 overflow-auto border-t">
          <DataTable
            label={record.title}
            columns={columns}
            rows={page?.rows}
            rowKey={(row) => String(row[record.key])}
            sorting={[{ id: sorting.column, desc: sorting.direction === "desc" }]}
            onSortingChange={([next]) =>
              setView({ sort: next?.id ?? null, direction: next ? (next.desc ? "desc" : "asc") : null, cursor: null })
            }
            columnVisibility={columnVisibility(record, view.columns)}
            busy={isPlaceholderData}
            openKey={view.open}
            onOpen={open}
          />
          {empty && <RecordsEmpty record={record} view={view} setView={setView} />}
        </div>
      )}
      <Pager
        rows={page?.rows.length}
        next={isPlaceholderData ? null : (page?.next ?? null)}
        previous={isPlaceholderData ? null : (page?.previous ?? null)}
        onPage={(cursor) => setView({ cursor })}
      />
      {sheetWanted && (
        <Suspense>
          <RecordSheet record={record} page={page} openKey={view.open} onOpen={open} />
        </Suspense>
      )}
    </>
  );
}
