import { connectedParts } from "./connected-parts";
import { layOutPart } from "./lay-out-part";
import { packParts } from "./pack-parts";
import type { Layout, Line, PlacedLine, Point, TableSize } from "./types";

/** Places every table and every line between them; parts that nothing connects stand beside each other, the largest first. */
export function layOut(tables: TableSize[], lines: Line[]): Layout {
  const parts = connectedParts(tables, lines)
    .map(layOutPart)
    .sort((left, right) => right.height - left.height || right.width - left.width);
  const all: Layout = { tables: new Map(), lines: new Map(), width: 0, height: 0 };
  for (const { part, at } of packParts(parts)) {
    for (const [id, box] of part.tables) all.tables.set(id, { ...box, x: box.x + at.x, y: box.y + at.y });
    for (const [id, line] of part.lines) all.lines.set(id, moved(line, at));
    all.width = Math.max(all.width, at.x + part.width);
    all.height = Math.max(all.height, at.y + part.height);
  }
  return all;
}

function moved({ curve, label, tip, pointsRight }: PlacedLine, { x, y }: Point): PlacedLine {
  const move = (point: Point) => ({ x: point.x + x, y: point.y + y });
  return { curve: curve.map(move), label: move(label), tip: move(tip), pointsRight };
}
