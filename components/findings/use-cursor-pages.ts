import { useState } from "react";

/** Paging by cursor with a way back: the cursors of the pages already seen. */
export function useCursorPages() {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return {
    cursor: cursors.at(-1) ?? null,
    page: cursors.length,
    next: (cursor: string) => setCursors((seen) => [...seen, cursor]),
    previous: cursors.length > 1 ? () => setCursors((seen) => seen.slice(0, -1)) : null,
    restart: () => setCursors([null]),
  };
}
