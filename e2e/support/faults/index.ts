import type { CheckCode } from "@/lib/checks/codes";
import { columnFaults } from "./column-faults";
import { exposureFaults } from "./exposure-faults";
import type { Fault } from "./fault";
import { keyFaults } from "./key-faults";
import { promiseFaults } from "./promise-faults";
import { referenceFaults } from "./reference-faults";
import { rowFaults } from "./row-faults";

/** A fault for every check there is: a check without one does not compile. */
export const faults = {
  ...referenceFaults,
  ...keyFaults,
  ...columnFaults,
  ...rowFaults,
  ...promiseFaults,
  ...exposureFaults,
} satisfies Record<CheckCode, Fault>;
