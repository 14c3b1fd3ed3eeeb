import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from "react";
import { moveInGrid } from "./move-in-grid";

/**
 * One tab stop for the whole grid, arrow keys inside it. The stop is kept in the DOM, so that moving through a thousand
 * cells renders nothing.
 */
export function useGridFocus(ref: RefObject<HTMLTableElement | null>) {
  // After any rendering: it may have taken the stop away with its cell.
  useEffect(() => {
    const grid = ref.current;
    if (!grid || grid.querySelector("[tabindex='0']")) return;
    setStop(grid, stopOf(grid.rows[1]?.cells[0] ?? grid.rows[0]?.cells[0]));
  });

  function onFocus(event: FocusEvent<HTMLTableElement>) {
    const cell = cellOf(event.target);
    if (cell) setStop(event.currentTarget, stopOf(cell));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const cell = cellOf(event.target);
    if (!cell || event.altKey) return;
    const grid = event.currentTarget;
    const rows = Array.from(grid.rows);
    const from = { row: rows.indexOf(cell.parentElement as HTMLTableRowElement), column: cell.cellIndex };
    const size = { rows: rows.length, columns: rows[0]?.cells.length ?? 0 };
    const to = moveInGrid(event.key, event.ctrlKey || event.metaKey, from, size);
    if (!to) return;
    event.preventDefault();
    stopOf(rows[to.row]?.cells[to.column])?.focus();
  }

  return { onFocus, onKeyDown };
}

function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>("td, th") : null;
}

/** What takes the focus of a cell: the one control in it, or the cell itself. */
function stopOf(cell: HTMLTableCellElement | undefined): HTMLElement | undefined {
  return cell?.querySelector<HTMLElement>("a, button") ?? cell;
}

function setStop(grid: HTMLTableElement, stop: HTMLElement | undefined) {
  if (!stop || stop.tabIndex === 0) return;
  for (const old of grid.querySelectorAll("[tabindex='0']")) old.setAttribute("tabindex", "-1");
  stop.setAttribute("tabindex", "0");
}
