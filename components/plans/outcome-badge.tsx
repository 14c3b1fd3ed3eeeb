import { CircleMinus, Equal, type LucideIcon, PenLine, Plus, Trash2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { SampleRow } from "@/lib/plans/types";
import { fieldChanges } from "./field-changes";

const looks = {
  changed: { label: "Changed", tone: "info", icon: PenLine },
  removed: { label: "Removed", tone: "danger", icon: Trash2 },
  created: { label: "Created", tone: "success", icon: Plus },
  kept: { label: "Kept as it is", tone: "info", icon: Equal },
  unchanged: { label: "Unchanged", tone: "neutral", icon: Equal },
  skipped: { label: "Skipped", tone: "warning", icon: CircleMinus },
} satisfies Record<string, { label: string; tone: Tone; icon: LucideIcon }>;

/** What becomes of a previewed row, by icon, word and colour. */
export function OutcomeBadge({ row }: { row: Pick<SampleRow, "outcome" | "before" | "after"> }) {
  const { label, tone, icon: Icon } = looks[outcomeOf(row)];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}

function outcomeOf({ outcome, before, after }: Pick<SampleRow, "outcome" | "before" | "after">): keyof typeof looks {
  if (outcome === "skip") return "skipped";
  if (outcome === "unchanged") return "unchanged";
  if (after === null) return "removed";
  if (before === null) return "created";
  return fieldChanges(before, after).some((change) => change.changed) ? "changed" : "kept";
}
