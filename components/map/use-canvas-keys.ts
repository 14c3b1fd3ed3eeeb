import { useReactFlow } from "@xyflow/react";
import type { KeyboardEvent } from "react";

const step = 80;

const moves: Record<string, [x: number, y: number]> = {
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
};

/** Moves the picture as a mouse would, wherever in it the focus is. */
export function useCanvasKeys(onShowAll: () => void) {
  const { getViewport, setViewport, zoomIn, zoomOut } = useReactFlow();
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    const { x, y, zoom } = getViewport();
    if (move) setViewport({ x: x + move[0], y: y + move[1], zoom });
    else if (event.key === "+" || event.key === "=") zoomIn();
    else if (event.key === "-") zoomOut();
    else if (event.key === "0") onShowAll();
    else return;
    event.preventDefault();
  };
}
