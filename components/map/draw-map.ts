import { type Edge, type Node, Position } from "@xyflow/react";
import type { MapReference, MapTable } from "@/lib/map/types";
import { labelSize, tableSize } from "./drawn-sizes";
import { isBroken, type MapPart } from "./filter-map";
import { layOut } from "./layout/lay-out";
import type { Box, Layout, PlacedLine, Point } from "./layout/types";

export type TableNode = Node<{ table: MapTable }, "table">;
export type ReferenceEdge = Edge<
  { reference: MapReference; child: MapTable; parent: MapTable; line: PlacedLine },
  "reference"
>;

export interface Drawing {
  nodes: TableNode[];
  edges: ReferenceEdge[];
  width: number;
  height: number;
  /** Where to look first. */
  focus: Point;
}

/** What the canvas draws, with everything in its place. */
export function drawMap({ tables, references }: MapPart): Drawing {
  const layout = layOut(
    tables.map((table) => ({ id: table.id, ...tableSize(table) })),
    references.map((reference) => ({ ...reference, label: labelSize(reference) })),
  );
  const byId = new Map(tables.map((table) => [table.id, table]));
  return {
    nodes: tables.flatMap((table) => {
      const box = layout.tables.get(table.id);
      return box ? [nodeOf(table, box)] : [];
    }),
    edges: brokenLast(references).flatMap((reference) => {
      const line = layout.lines.get(reference.id);
      const [child, parent] = [byId.get(reference.child), byId.get(reference.parent)];
      if (!line || !child || !parent) return [];
      const data = { reference, child, parent, line };
      return [{ id: reference.id, type: "reference", source: child.id, target: parent.id, data }];
    }),
    width: layout.width,
    height: layout.height,
    focus: worstPlace(references, layout),
  };
}

function nodeOf(table: MapTable, { x, y, width, height }: Box): TableNode {
  // The canvas wants to know where lines end before it has drawn the table; it does not draw them there.
  const handle = { x: width / 2, y: height / 2, width: 1, height: 1 };
  return {
    id: table.id,
    type: "table",
    position: { x, y },
    width,
    height,
    handles: [
      { ...handle, type: "source", position: Position.Right },
      { ...handle, type: "target", position: Position.Left },
    ],
    data: { table },
  };
}

// What is drawn last is not covered.
function brokenLast(references: MapReference[]): MapReference[] {
  return references.toSorted((left, right) => Number(isBroken(left)) - Number(isBroken(right)));
}

// The line that most rows break, or else the beginning.
function worstPlace(references: MapReference[], { lines }: Layout): Point {
  const [worst] = references.filter(isBroken).toSorted((left, right) => (right.orphans ?? 0) - (left.orphans ?? 0));
  return (worst && lines.get(worst.id)?.label) ?? { x: 0, y: 0 };
}
