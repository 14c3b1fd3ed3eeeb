import { isAuditTableOf } from "@/lib/audit/audit-table";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Expectation } from "@/lib/checks/define";
import { checks } from "@/lib/checks/registry";
import { findingId } from "@/lib/findings/finding-id";
import { playbooks } from "@/lib/playbooks/registry";
import { isWaiting } from "@/lib/scan/waits";
import { applicablePromises } from "./applicable-promises";

/** What is expected of the connected database: what the playbooks that are about it promise, then what the catalogue declares. */
export function expectationsOf(catalog: Catalog): Expectation[] {
  const promised = playbooks.flatMap((playbook) =>
    applicablePromises(playbook, catalog).map((expected) => ({ ...expected, playbook: playbook.slug })),
  );
  const declared = Object.values(checks).flatMap((check) =>
    check
      .targets(catalog)
      .filter(({ table }) => !isAuditTableOf(catalog, table))
      .map((target) => ({ check: check.code as CheckCode, target, playbook: null })),
  );
  // A playbook knows more of the same target than the catalogue does, so the first one counts.
  const byId = new Map<string, Expectation>();
  for (const expectation of [...promised, ...declared]) {
    const id = findingId(expectation.check, expectation.target);
    if (!byId.has(id)) byId.set(id, expectation);
  }
  return [...byId.values()].filter((expectation) => !isWaiting(expectation, catalog));
}
