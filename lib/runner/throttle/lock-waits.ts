import { counted } from "@/lib/repairs/wording";
import type { Gauge } from "./gauge";

/** Locks that the last batch had to wait for. */
export const lockWaits: Gauge = {
  name: "lockTries",
  met: ({ lockTries }) => lockTries,
  says: ({ value }) => `The last batch had to begin again ${counted(value, "time")}, because others held its rows.`,
};
