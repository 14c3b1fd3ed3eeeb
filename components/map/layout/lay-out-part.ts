import { Graph, layout } from "@dagrejs/dagre";
import type { Part } from "./connected-parts";
import { curveThrough, loopBelow, loopRoom } from "./curve";
import type { Box, Layout, Line, PlacedLine, Point } from "./types";

const gaps = {
  rankdir: "LR",
  ranker: "tight-tree",
  nodesep: 22,
  edgesep: 16,
  ranksep: 90,
  marginx: 0,
  marginy: 0,
} as const;
/** A loop also reaches out to the right of its table. */
const loopWidth = 48;

/** One part from left to right, children before their parents as far as there is such an order. */
export function layOutPart({ tables, lines }: Part): Layout {
  const loops = Map.groupBy(
    lines.filter(({ child, parent }) => child === parent),
    ({ child }) => child,
  );
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...gaps });
  for (const { id, width, height } of tables) {
    const own = loops.get(id)?.length ?? 0;
    graph.setNode(id, { width: width + (own > 0 ? loopWidth : 0), height: height + loopRoom(own) });
  }
  const between = lines.filter(({ child, parent }) => child !== parent);
  for (const { id, child, parent, label } of between) {
    graph.setEdge(child, parent, { width: label?.width ?? 0, height: label?.height ?? 0, labelpos: "c" }, id);
  }
  layout(graph);
  const boxes = new Map(tables.map(({ id, width, height }) => [id, boxOf(graph.node(id), width, height)]));
  const placed = new Map(between.map((line) => [line.id, placeLine(line, boxes, graph)]));
  for (const [id, own] of loops) {
    const box = boxes.get(id);
    if (box) for (const [at, line] of own.entries()) placed.set(line.id, loopBelow(box, at));
  }
  const { width = 0, height = 0 } = graph.graph();
  return { tables: boxes, lines: placed, width, height };
}

// The graph knows the table together with the room of its loops, which is right of it and below.
function boxOf(node: Box, width: number, height: number): Box {
  return { x: node.x - node.width / 2, y: node.y - node.height / 2, width, height };
}

function placeLine({ id, child, parent }: Line, boxes: Map<string, Box>, graph: Graph): PlacedLine {
  const { points = [], x = 0, y = 0 } = graph.edge(child, parent, id) as { points?: Point[]; x?: number; y?: number };
  const [from, to] = [boxes.get(child), boxes.get(parent)] as [Box, Box];
  // In a circle of references some lines lead back to the left.
  const pointsRight = from.x <= to.x;
  const start = { x: pointsRight ? from.x + from.width : from.x, y: from.y + from.height / 2 };
  const tip = { x: pointsRight ? to.x : to.x + to.width, y: to.y + to.height / 2 };
  return { curve: curveThrough([start, ...points.slice(1, -1), tip]), label: { x, y }, tip, pointsRight };
}
