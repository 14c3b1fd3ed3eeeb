import type { Fault } from "../fault";

/** Three people click, and six jobs say so: with three workers, several take the run up at the same moment. */
export const twoStarts: Fault = { name: "started by several at once", strikes: 0, starts: 3 };
