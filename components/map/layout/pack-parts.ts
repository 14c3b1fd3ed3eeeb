import type { Point } from "./types";

const gap = 48;
/** Screens are wider than they are high. */
const proportion = 1.6;

interface Size {
  width: number;
  height: number;
}

/** Places parts in rows from left to right, so that all of them together have about the shape of a screen. */
export function packParts<Part extends Size>(parts: Part[]): { part: Part; at: Point }[] {
  const area = parts.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...parts.map(({ width }) => width));
  const limit = Math.max(widest, Math.sqrt(area * proportion));
  let at = { x: 0, y: 0 };
  let rowHeight = 0;
  return parts.map((part) => {
    if (at.x > 0 && at.x + part.width > limit) {
      at = { x: 0, y: at.y + rowHeight + gap };
      rowHeight = 0;
    }
    const place = at;
    at = { x: at.x + part.width + gap, y: at.y };
    rowHeight = Math.max(rowHeight, part.height);
    return { part, at: place };
  });
}
