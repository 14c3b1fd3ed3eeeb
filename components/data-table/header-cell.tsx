import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { cellClass, stickyClass } from "./cell-class";
import type { dataTableFeatures } from "./features";

interface HeaderCellProps {
  header: Header<typeof dataTableFeatures, Record<string, unknown>>;
  first: boolean;
  children: ReactNode;
}

export function HeaderCell({ header, first, children }: HeaderCellProps) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const sortable = column.getCanSort();
  const end = column.columnDef.meta?.align === "end";
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      tabIndex={sortable ? undefined : -1}
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
      className={cn(
        cellClass,
        "sticky top-0 z-10 h-8 bg-muted font-medium text-muted-foreground text-xs",
        end ? "text-right" : "text-left",
        first && cn(stickyClass, "z-20"),
      )}
    >
      {sortable ? (
        <button
          type="button"
          tabIndex={-1}
          onClick={column.getToggleSortingHandler()}
          className={cn(
            "inline-flex h-6 items-center gap-1 rounded-sm hover:text-foreground",
            sorted && "text-foreground",
          )}
        >
          {children}
          <Icon aria-hidden className={cn("size-3", !sorted && "opacity-60")} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
