import type { MapReference, MapTable } from "@/lib/map/types";
import { healthTone, lineLabel } from "./map-words";
import { tableName } from "./order-references";

/** About what a letter takes. */
const letter = 7.2;
const smallLetter = 6.4;
const sign = 24;

/** The room of a table; a longer name is cut short. */
export function tableSize(table: MapTable): { width: number; height: number } {
  const width = Math.round(tableName(table).length * letter) + 28;
  return { width: Math.min(300, Math.max(208, width)), height: 60 };
}

/** The room of what stands on a line: words where it is broken, else only a sign; null where it says nothing. */
export function labelSize(reference: MapReference): { width: number; height: number } | null {
  const label = lineLabel(reference);
  if (!label) return null;
  const words = healthTone(reference) === "danger" ? Math.round(label.length * smallLetter) + 10 : 0;
  return { width: sign + words, height: sign };
}
