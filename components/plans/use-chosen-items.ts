import { useState } from "react";
import type { PlanItem } from "@/lib/plans/types";

/** The rows that were chosen in a work list, by their place in it. */
export function useChosenItems() {
  const [chosen, setChosen] = useState<ReadonlyMap<number, PlanItem["key"]>>(new Map());
  function choose(items: readonly PlanItem[], isChosen: boolean) {
    const next = new Map(chosen);
    for (const { position, key } of items) isChosen ? next.set(position, key) : next.delete(position);
    setChosen(next);
  }
  return { chosen, choose, clear: () => setChosen(new Map()) };
}
