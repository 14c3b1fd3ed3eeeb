import type { Viewport } from "@xyflow/react";
import type { Point } from "./layout/types";

interface Size {
  width: number;
  height: number;
}

const margin = 24;
/** Below this nobody can read the names. */
const smallest = 0.55;

/** Everything where it fits and can be read; otherwise the place to look at first, in the middle. */
export function startViewport(drawing: Size & { focus: Point }, room: Size): Viewport {
  return viewportOf(drawing, room, Math.max(smallest, fitting(drawing, room)));
}

/** Everything, however small it gets. */
export function wholeViewport(drawing: Size & { focus: Point }, room: Size): Viewport {
  return viewportOf(drawing, room, fitting(drawing, room));
}

function fitting(drawing: Size, room: Size): number {
  return Math.min((room.width - 2 * margin) / drawing.width, (room.height - 2 * margin) / drawing.height);
}

function viewportOf(drawing: Size & { focus: Point }, room: Size, wanted: number): Viewport {
  const zoom = Math.min(1, wanted);
  return {
    x: begin(drawing.width * zoom, room.width, drawing.focus.x * zoom),
    y: begin(drawing.height * zoom, room.height, drawing.focus.y * zoom),
    zoom,
  };
}

function begin(length: number, available: number, focus: number): number {
  // A rounding error is no reason to look at a corner.
  if (length + 2 * margin <= available + 1) return (available - length) / 2;
  const last = available - length - margin;
  return Math.min(margin, Math.max(last, available / 2 - focus));
}
