import { Badge } from "@/components/ui/badge";
import type { QuarantinedRow } from "@/lib/quarantine/types";

/** What a run did to a row, in a word. */
export const changeWords = { delete: "Removed", update: "Changed", insert: "Made" } as const;

const tones = { delete: "danger", update: "warning", insert: "success" } as const;

export function ChangeBadge({ change }: Pick<QuarantinedRow, "change">) {
  return <Badge tone={tones[change]}>{changeWords[change]}</Badge>;
}
