import type { Box, PlacedLine, Point } from "./types";

const labelRoom = 14;
const loopStep = 26;

/** A smooth line through the points; it leaves and enters each of them level. */
export function curveThrough(points: Point[]): Point[] {
  return points.flatMap((to, at) => {
    const from = points[at - 1];
    if (!from) return [to];
    const middle = (from.x + to.x) / 2;
    return [{ x: middle, y: from.y }, { x: middle, y: to.y }, to];
  });
}

/** From a table back to itself, around its lower right corner; each further one reaches further out. */
export function loopBelow({ x, y, width, height }: Box, at: number): PlacedLine {
  const bottom = y + height;
  const from = { x: x + width - 32, y: bottom };
  const tip = { x: x + width, y: y + height / 2 };
  const low = bottom + loopRoom(at + 1) - labelRoom;
  const out = tip.x + 24 + 8 * at;
  const corner = { x: out, y: (bottom + tip.y) / 2 };
  const curve = [
    from,
    { x: from.x, y: low },
    { x: out, y: low },
    corner,
    { x: out, y: tip.y },
    { x: out, y: tip.y },
    tip,
  ];
  return { curve, label: { x: from.x, y: low }, tip, pointsRight: false };
}

/** How far that many loops reach below their table, with their labels. */
export function loopRoom(loops: number): number {
  return loops === 0 ? 0 : labelRoom * 2 + loopStep * loops;
}

/** The curve as an SVG path. */
export function pathOf([start, ...rest]: Point[]): string {
  if (!start) return "";
  const text = ({ x, y }: Point) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
  return `M${text(start)}C${rest.map(text).join(" ")}`;
}
