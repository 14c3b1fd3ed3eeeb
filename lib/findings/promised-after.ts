import type { Expectation } from "@/lib/checks/define";
import { checkOn } from "@/lib/checks/registry";
import { playbooks } from "@/lib/playbooks/registry";
import { findingId } from "./finding-id";

/** What playbooks promise of the same targets, and what has no finding as long as one of these fails. */
export function promisedAfter(findings: { id: string; playbook: string | null }[]): Expectation[] {
  const first = new Map(findings.map(({ id, playbook }) => [id, playbook]));
  return playbooks.flatMap(({ slug, expects }) =>
    expects.flatMap(({ check, target }) => {
      const { waitsFor } = checkOn(check, target);
      return waitsFor && first.get(findingId(waitsFor, target)) === slug ? [{ check, target, playbook: slug }] : [];
    }),
  );
}
