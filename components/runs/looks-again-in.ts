import type { Run } from "@/lib/runs/types";

export const whileGoingMs = 800;
/** It moves again when somebody resumes it, here or in another browser. */
export const whilePausedMs = 2_000;
/** A run may be started anywhere at any time. */
export const whileIdleMs = 5_000;
/** Most runs are over in a moment: the first looks follow each other closely. */
const atFirstMs = 250;
const firstLooks = 6;

/** How soon a run is looked at again; false when it is over. */
export function looksAgainIn({ isOver, status }: Pick<Run, "isOver" | "status">, looks: number): number | false {
  if (isOver) return false;
  if (status === "paused") return whilePausedMs;
  return looks < firstLooks ? atFirstMs : whileGoingMs;
}
