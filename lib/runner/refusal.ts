import type { Target } from "@/lib/checks/target";
import type { Refusal, Repair, RepairContext } from "@/lib/repairs/define";
import { rowRefusal } from "@/lib/repairs/key-columns";

/** Why this repair is not possible now: what holds for every repair of rows, then what the repair itself says. */
export function refusalOf(repair: Repair, context: RepairContext<Target, unknown>): Refusal | null {
  const reason = repair.form === "rows" ? rowRefusal(context.table) : null;
  return reason === null ? repair.refuses(context) : { reason };
}
