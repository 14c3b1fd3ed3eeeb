import { columnOf } from "@/lib/catalog/equivalents";
import { defineCheck } from "./define";
import { type Feed, feeds, sequenceAt, sequenceTarget, unreadableSequence } from "./sequence-target";
import { grouped, largestOf } from "./type-range";
import { tableLabel } from "./wording";

/** Sequences that have given over four fifths of what they, or their column, can hold. */
export const sequenceNearOverflow = defineCheck({
  code: "sequence_near_overflow",
  kind: "sequence",
  form: "catalog",
  severity: "warning",
  title: "Sequence near its end",
  targets: (catalog) =>
    feeds(catalog)
      .filter(({ sequence }) => !sequence.cycles)
      .map((feed) => {
        const given = feed.sequence.lastValue;
        return { ...sequenceTarget(feed), limit: String(limitOf(feed)), ...(given !== null && { given }) };
      }),
  evaluate: (target, catalog) => {
    const reason = unreadableSequence(target, catalog);
    if (reason !== null) return { status: "not_checked", reason };
    const table = catalog.find(target.table);
    const column = table && columnOf(table, target.column);
    const sequence = sequenceAt(target, catalog);
    return { status: table && column && sequence && nearlyUsed({ table, column, sequence }) ? "failing" : "passing" };
  },
  explain: ({ table, column, sequence, given, limit }, count) => {
    const name = tableLabel(sequence);
    const label = `${tableLabel(table)}.${column}`;
    if (count === 0 || !given || !limit) return `${name} has enough values left for ${label}.`;
    return `${name} has given ${grouped(given)} to ${label}, and the last that fits is ${grouped(limit)}. Widen the column or the sequence before it is reached.`;
  },
  why: "When the last value is given, every insert fails at once, and widening the column then rewrites a large table while nothing can be written. Integer keys end at 2,147,483,647; rolled back inserts and upserts use numbers up too.",
});

/** The last value in its direction that both the sequence and the column can hold. */
function limitOf({ column, sequence }: Feed): bigint {
  const largest = largestOf(column);
  if (sequence.increment > 0) {
    const max = BigInt(sequence.maxValue);
    return largest !== null && largest < max ? largest : max;
  }
  const min = BigInt(sequence.minValue);
  return largest !== null && -largest > min ? -largest : min;
}

/** It has given over four fifths. */
export function nearlyUsed(feed: Feed): boolean {
  const { increment, lastValue, minValue, maxValue } = feed.sequence;
  if (lastValue === null) return false;
  const start = BigInt(increment > 0 ? minValue : maxValue);
  const distance = (from: bigint, to: bigint) => (to > from ? to - from : from - to);
  return distance(start, BigInt(lastValue)) * 5n > distance(start, limitOf(feed)) * 4n;
}
