import { plainType } from "@/lib/catalog/comparable";
import type { Column } from "@/lib/catalog/types";
import { spoken } from "./spoken";
import type { RangeTarget } from "./target";

const graded = /\b(priority|severity|urgency|level|rating|stars)$/;
/** Rarer values may be the fault. */
const leastShare = 0.005;
const listed = 0.95;
const scales = [5, 10];

/** The ends of a scale such as 1 to 5, where nearly all rows keep to one, as ANALYZE saw them. */
export function smallScale(column: Column): Pick<RangeTarget, "min" | "max"> | null {
  if (!graded.test(spoken(column.name)) || !["smallint", "integer", "bigint"].includes(plainType(column.type)))
    return null;
  const usual = (column.common ?? []).filter(({ share }) => share >= leastShare);
  const values = usual.map(({ value }) => Number(value));
  const known = usual.reduce((sum, { share }) => sum + share, 0);
  const max = scales.find((end) => values.every((value) => value >= 0 && value <= end));
  if (values.length < 3 || known < listed || max === undefined) return null;
  return { min: "0", max: String(max) };
}
