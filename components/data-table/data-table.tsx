"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { toast, toastError } from "@/components/ui/toast";
import { cellClass, stickyClass } from "./cell-class";
import { type DataColumn, dataTableFeatures } from "./features";
import { HeaderCell } from "./header-cell";
import { SkeletonRows } from "./skeleton-rows";
import { useGridFocus } from "./use-grid-focus";

interface DataTableProps {
  /** Names the grid: "Web sessions". */
  label: string;
  columns: DataColumn[];
  /** Undefined while the first page is on its way. */
  rows: Record<string, unknown>[] | undefined;
  rowKey: (row: Record<string, unknown>) => string;
  sorting: SortingState;
  onSortingChange: (sorting: SortingState) => void;
  columnVisibility: Record<string, boolean>;
  /** Another page is on its way while this one is still shown. */
  busy: boolean;
  openKey: string | null;
  onOpen: (key: string) => void;
}

// A table may be a grid, says ARIA in HTML: its cells are walked with the arrow keys.
const gridRole = { role: "grid" };
const none: Record<string, unknown>[] = [];

export function DataTable({ label, columns, rows, rowKey, busy, openKey, onOpen, ...state }: DataTableProps) {
  const { sorting, columnVisibility } = state;
  const grid = useRef<HTMLTableElement>(null);
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows ?? none,
    getRowId: rowKey,
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting, columnVisibility },
    onSortingChange: (update) => state.onSortingChange(typeof update === "function" ? update(sorting) : update),
  });
  const focus = useGridFocus(grid);

  function rowAt(target: EventTarget) {
    const id = target instanceof Element ? target.closest<HTMLElement>("tr[data-key]")?.dataset.key : undefined;
    return id === undefined ? undefined : table.getRow(id);
  }

  function onClick(event: MouseEvent) {
    const onControl = event.target instanceof Element && event.target.closest("a, button");
    const row = rowAt(event.target);
    if (row && !onControl && !window.getSelection()?.toString()) onOpen(row.id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const row = rowAt(event.target);
    const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
    if (row && cell && event.key === "Enter") onOpen(row.id);
    else if (
      row &&
      cell &&
      event.key === "c" &&
      (event.ctrlKey || event.metaKey) &&
      !window.getSelection()?.toString()
    ) {
      const copy = row.getVisibleCells()[cell.cellIndex]?.column.columnDef.meta?.copy;
      if (copy)
        navigator.clipboard.writeText(copy(row.original)).then(
          () => toast("Cell copied"),
          () => toastError("The browser did not allow copying."),
        );
    } else focus.onKeyDown(event);
  }

  const headers = table.getHeaderGroups().at(-1)?.headers ?? [];
  return (
    <table
      ref={grid}
      {...gridRole}
      aria-label={label}
      aria-busy={busy || rows === undefined}
      onFocus={focus.onFocus}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className={cn("w-full border-separate border-spacing-0 transition-opacity", busy && "opacity-60")}
    >
      <thead>
        <tr>
          {headers.map((header, index) => (
            <HeaderCell key={header.id} header={header} first={index === 0}>
              <table.FlexRender header={header} />
            </HeaderCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows === undefined && <SkeletonRows columns={headers.length} />}
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            data-key={row.id}
            data-open={row.id === openKey || undefined}
            className="group cursor-pointer"
          >
            {row.getVisibleCells().map((cell, index) => (
              <td
                key={cell.id}
                tabIndex={-1}
                className={cn(
                  cellClass,
                  "h-9 max-w-72 truncate bg-background group-hover:bg-hover group-data-open:bg-primary-soft",
                  cell.column.columnDef.meta?.align === "end" && "text-right",
                  cell.column.columnDef.meta?.className,
                  index === 0 && cn(stickyClass, "z-1 font-medium max-sm:max-w-40"),
                )}
              >
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
