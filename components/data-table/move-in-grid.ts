interface Place {
  row: number;
  column: number;
}

const pageRows = 10;

/** Where a key leads from a cell; null where it leads nowhere. Row 0 is the head. */
export function moveInGrid(
  key: string,
  control: boolean,
  { row, column }: Place,
  size: { rows: number; columns: number },
): Place | null {
  const to = target(key, control, row, column, size);
  if (!to) return null;
  const place = { row: clamp(to.row, size.rows), column: clamp(to.column, size.columns) };
  return place.row === row && place.column === column ? null : place;
}

function target(key: string, control: boolean, row: number, column: number, size: { rows: number; columns: number }) {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageUp":
      return { row: Math.max(row - pageRows, Math.min(row, 1)), column };
    case "PageDown":
      return { row: row + pageRows, column };
    case "Home":
      return { row: control ? 1 : row, column: 0 };
    case "End":
      return { row: control ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}
