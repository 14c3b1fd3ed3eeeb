import type { Catalog, TableName } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Expectation } from "@/lib/checks/define";
import { checks } from "@/lib/checks/registry";
import { findingId } from "@/lib/findings/finding-id";
import { playbooks } from "@/lib/playbooks/registry";

/** What is expected of the connected database: what playbooks promise of tables that exist, then what the catalogue declares. */
export function expectationsOf(catalog: Catalog): Expectation[] {
  const promised = playbooks.flatMap(({ slug, expects }) =>
    expects.filter(({ target }) => catalog.find(target.table)).map((expected) => ({ ...expected, playbook: slug })),
  );
  const declared = Object.values(checks).flatMap((check) =>
    check
      .targets(catalog)
      .filter(({ table }) => !isAudit(table))
      .map((target) => ({ check: check.code as CheckCode, target, playbook: null })),
  );
  // A playbook knows more of the same target than the catalogue does, so the first one counts.
  const byId = new Map<string, Expectation>();
  for (const expectation of [...promised, ...declared]) {
    const id = findingId(expectation.check, expectation.target);
    if (!byId.has(id)) byId.set(id, expectation);
  }
  return [...byId.values()];
}

function isAudit({ schema, name }: TableName): boolean {
  return schema === "public" && name === "error_logs";
}
