import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ReferenceState } from "@/lib/references/types";

const looks = {
  suggested: { label: "Suggested", tone: "neutral", icon: CircleDashed },
  adopted: { label: "Adopted", tone: "success", icon: CircleCheck },
  rejected: { label: "Rejected", tone: "warning", icon: CircleX },
} as const;

export function StateBadge({ state }: { state: ReferenceState }) {
  const { label, tone, icon: Icon } = looks[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
