import type { CheckCode } from "@/lib/checks/codes";
import { addForeignKey } from "./add-foreign-key";
import { addIndex } from "./add-index";
import { addUnique } from "./add-unique";
import { adoptOrphans } from "./adopt-orphans";
import { canonicaliseValues } from "./canonicalise-values";
import { changeColumnType } from "./change-column-type";
import type { RepairCode } from "./codes";
import { custom } from "./custom";
import type { Repair } from "./define";
import { deleteOrphans } from "./delete-orphans";
import { dropIndex } from "./drop-index";
import { dropNotNull } from "./drop-not-null";
import { endExpiredSessions } from "./end-expired-sessions";
import { fillDefault } from "./fill-default";
import { linkLead } from "./link-lead";
import { mergeDuplicates } from "./merge-duplicates";
import { reassignOrphans } from "./reassign-orphans";
import { recount } from "./recount";
import { resyncSequence } from "./resync-sequence";
import { setDefault } from "./set-default";
import { setNotNull } from "./set-not-null";
import { setNull } from "./set-null";
import { validateCheck } from "./validate-check";
import { validateConstraint } from "./validate-constraint";
import { widenKey } from "./widen-key";

/** In the order in which they are offered. A code without an entry does not compile. */
const repairs = {
  "drop-not-null": dropNotNull,
  "set-default": setDefault,
  "fill-default": fillDefault,
  "link-lead": linkLead,
  "adopt-orphans": adoptOrphans,
  "reassign-orphans": reassignOrphans,
  "set-null": setNull,
  "delete-orphans": deleteOrphans,
  "add-unique": addUnique,
  "add-foreign-key": addForeignKey,
  "validate-constraint": validateConstraint,
  "add-index": addIndex,
  "change-column-type": changeColumnType,
  "end-expired-sessions": endExpiredSessions,
  "resync-sequence": resyncSequence,
  "drop-index": dropIndex,
  "set-not-null": setNotNull,
  recount,
  "canonicalise-values": canonicaliseValues,
  "validate-check": validateCheck,
  "merge-duplicates": mergeDuplicates,
  "widen-key": widenKey,
  custom,
} satisfies Record<RepairCode, Repair>;

export function repairOf(code: RepairCode): Repair {
  return repairs[code];
}

/** The repairs that mend findings of this check. */
export function repairsFor(check: CheckCode): Repair[] {
  return Object.values<Repair>(repairs).filter(({ mends }) => mends.includes(check));
}
