import { reasonFault } from "@/components/ui/reason-fault";
import type { Plan } from "@/lib/plans/types";

export interface Confirmation {
  reason: string;
  phrase: string;
}

/** What still stands between an operator and the run, by field. The server asks the same again. */
export function confirmationFaults(
  wanted: Plan["confirmation"],
  given: Confirmation,
): { reason?: string; phrase?: string } {
  const faults: ReturnType<typeof confirmationFaults> = {};
  const fault = reasonFault(given.reason);
  if (fault) faults.reason = fault;
  if (wanted.phrase !== null && given.phrase.trim() !== wanted.phrase) {
    faults.phrase = "This is not the phrase. It names the table and the count.";
  }
  return faults;
}
