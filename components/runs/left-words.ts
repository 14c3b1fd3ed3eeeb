import type { LeftKind } from "@/lib/runs/left-kinds";

export const leftWords = {
  skipped: "Skipped",
  put_off: "Put off",
  not_done: "Not done",
} as const satisfies Record<LeftKind, string>;

export const leftKinds = Object.keys(leftWords) as LeftKind[];
