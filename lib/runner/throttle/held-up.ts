import type { Gauge } from "./gauge";

/** Sessions that waited for rows the last batch had locked. */
export const heldUp: Gauge = {
  name: "heldUpMs",
  met: ({ heldUpMs }) => heldUpMs,
  says: ({ value }) =>
    `Another session waited ${Math.round(value)} ms for what the last batch had locked, so the next ones are smaller.`,
};
