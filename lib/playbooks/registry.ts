import { conversationSessionsFk } from "./conversation-sessions-fk";
import type { Playbook } from "./define";
import { foreignKeyViolation } from "./foreign-key-violation";
import { leadIdNotNull } from "./lead-id-not-null";
import { leadPurchasesDefault } from "./lead-purchases-default";
import { sessionsMultiCustomer } from "./sessions-multi-customer";

/** The documented incidents, in the order of the documents. */
export const playbooks: Playbook[] = [
  leadIdNotNull,
  leadPurchasesDefault,
  conversationSessionsFk,
  sessionsMultiCustomer,
  foreignKeyViolation,
];

/** The playbook of that slug, if there is one. */
export function findPlaybook(slug: string): Playbook | undefined {
  return playbooks.find((playbook) => playbook.slug === slug);
}
