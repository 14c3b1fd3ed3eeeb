import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import type { FindingSummary } from "@/lib/findings/types";
import { FindingRow } from "./finding-row";
import { type Grouping, groupFindings } from "./group-findings";

export function FindingGroups({ findings, by }: { findings: FindingSummary[]; by: Grouping }) {
  return groupFindings(findings, by).map((group) => (
    <section key={group.key} aria-label={group.title} className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2 px-1">
        <h2 className="break-all font-semibold text-base">{group.title}</h2>
        <p className="text-muted-foreground text-xs">{groupSentence(group)}</p>
      </div>
      <Card>
        <ul className="divide-y">
          {group.findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} by={by} />
          ))}
        </ul>
      </Card>
    </section>
  ));
}

function groupSentence({ failing, notChecked, findings }: ReturnType<typeof groupFindings>[number]): string {
  const parts = [`${formatNumber(failing)} of ${formatNumber(findings.length)} failing`];
  if (notChecked > 0) parts.push(`${formatNumber(notChecked)} not checked`);
  return parts.join(", ");
}
