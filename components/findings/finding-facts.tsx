import Link from "next/link";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Finding } from "@/lib/findings/types";
import { failingSince } from "./failing-since";
import { howWords } from "./how-words";

/** The numbers of a finding, with when and how they came to be. */
export function FindingFacts({ finding }: { finding: Finding }) {
  const since = failingSince(finding);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
      <Fact term={finding.form === "row" ? "Rows" : "Faults"}>
        <span className="font-semibold text-xl">
          {finding.count === null ? "Not known" : formatNumber(finding.count)}
        </span>
      </Fact>
      <Fact term="Measured">
        <RelativeTime at={finding.measuredAt} />
        <span className="text-muted-foreground text-xs">
          {finding.form === "row" || finding.status === "not_checked"
            ? howWords[finding.how].sentence
            : "Read from the catalogue."}
        </span>
      </Fact>
      <Fact term="Failing since">
        {since.at && <RelativeTime at={since.at} />}
        {since.words && <span className={since.at ? "text-muted-foreground text-xs" : undefined}>{since.words}</span>}
      </Fact>
      <Fact term="Table">
        <span className="break-all">
          {finding.schemaName}.{finding.tableName}
        </span>
        {finding.playbook && (
          <Link href={`/playbooks/${finding.playbook}`} className="text-primary text-xs hover:underline">
            Part of an incident
          </Link>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-muted-foreground text-xs">{term}</dt>
      <dd className="flex flex-col gap-0.5">{children}</dd>
    </div>
  );
}
