import type { ReferenceEvidence } from "@/lib/catalog/infer/types";
import type { UndeclaredReference } from "@/lib/catalog/types";

export type ReferenceState = "suggested" | "adopted" | "rejected";

/** A reference that nothing declares, and what was decided of it. */
export interface SuggestedReference extends UndeclaredReference {
  id: string;
  /** "public.orders (customer_id) → public.customers (id)" */
  label: string;
  score: number;
  confident: boolean;
  /** Its rows are checked: adopted, or confident and not rejected. */
  isChecked: boolean;
  evidence: ReferenceEvidence;
  sentence: string;
  state: ReferenceState;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  lastSeenAt: string;
}
