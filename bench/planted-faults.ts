import type { CheckCode } from "@/lib/checks/codes";

export interface PlantedFault {
  check: CheckCode;
  table: string;
  count: number;
}

/** The rows that the generator made faulty, as its conditions on their numbers say. */
export function plantedFaults(unit: number): PlantedFault[] {
  const fault = (check: CheckCode, table: string, count: number) => ({ check, table, count });
  const unlinked = every(9 * unit, 50, 0);
  const ambiguous = every(9 * unit, 450, 0);
  return [
    fault("active_but_expired", "sessions", every(10 * unit, 100, 3)),
    fault("ambiguous_links", "web_sessions", ambiguous),
    fault("duplicate_contacts", "all_leads", 2 * every(3 * unit, 1000, 5)),
    fault("duplicate_contacts", "profiles", 2 * every(3 * unit, 1000, 5)),
    fault("duplicate_keys", "conversation_sessions", every(5 * unit, 1000, 3)),
    fault("empty_required_text", "sessions", every(10 * unit, 1000, 4)),
    fault("non_canonical_text", "profiles", every(3 * unit, 1000, 5)),
    fault("null_despite_default", "conversation_sessions", every(5 * unit, 100, 0)),
    fault(
      "orphan_rows",
      "chat_messages_v2",
      [0, 1, 2].reduce((sum, rest) => sum + every(50 * unit, 100, rest), 0),
    ),
    fault("orphan_rows", "conversation_sessions", every(5 * unit, 500, 1)),
    fault("orphan_rows", "orders", every(20 * unit, 200, 1)),
    fault("orphan_rows", "web_sessions", every(9 * unit, 900, 1)),
    fault("unlinked_rows", "web_sessions", unlinked - ambiguous),
  ];
}

/** How many numbers from 1 to `rows` leave that rest. */
function every(rows: number, divisor: number, rest: number): number {
  return Math.floor((rows - rest) / divisor) + (rest === 0 ? 0 : 1);
}
