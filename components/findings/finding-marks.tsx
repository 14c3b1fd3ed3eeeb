import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { Change, FindingSummary } from "@/lib/findings/types";

const changes: Record<Change, { label: string; tone: Tone }> = {
  new: { label: "New", tone: "danger" },
  worse: { label: "Worse", tone: "danger" },
  better: { label: "Better", tone: "success" },
  fixed: { label: "Fixed", tone: "success" },
};

/** What became of it since the last scan, and whether somebody decided that it does not count. */
export function FindingMarks({ finding: { change, standing } }: { finding: FindingSummary }) {
  return (
    <>
      {change && <Badge tone={changes[change].tone}>{changes[change].label}</Badge>}
      {standing === "known" && <Badge tone="neutral">Known</Badge>}
      {standing === "dismissed" && <Badge tone="neutral">Dismissed</Badge>}
    </>
  );
}
