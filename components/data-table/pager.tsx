"use client";

import { ChevronFirst, ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";

interface PagerProps {
  rows: number | undefined;
  next: string | null;
  previous: string | null;
  /** Null leads to the first page. */
  onPage: (cursor: string | null) => void;
}

/** Moves by cursor: no page waits for a count, so none is shown. */
export function Pager({ rows, next, previous, onPage }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex h-11 shrink-0 items-center justify-between gap-3 border-t px-4 md:px-6">
      <p aria-live="polite" className="truncate text-muted-foreground text-xs tabular-nums">
        {rows !== undefined && pageWords(rows, next !== null)}
      </p>
      <div className="flex shrink-0 items-center gap-1.5">
        <Button size="icon-sm" aria-label="First page" disabled={!previous} onClick={() => onPage(null)}>
          <ChevronFirst aria-hidden />
        </Button>
        <Button size="sm" disabled={!previous} onClick={() => onPage(previous)}>
          <ChevronLeft aria-hidden />
          Previous
        </Button>
        <Button size="sm" disabled={!next} onClick={() => onPage(next)}>
          Next
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  );
}

function pageWords(rows: number, more: boolean): string {
  if (rows === 0) return "No rows";
  return `${formatCount(rows, "row")}, ${more ? "more follow" : "none after them"}`;
}
