import Link from "next/link";
import type { ReactNode } from "react";
import { formatKey } from "@/components/findings/row-key";
import { CodeBlock } from "@/components/ui/code-block";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditEntryDetail } from "@/lib/audit/types";
import { EntryDiff } from "./entry-diff";

export function EntryBody({ entry }: { entry: AuditEntryDetail }) {
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-base">{entry.message}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Fact term="When">
          <RelativeTime at={entry.createdAt} />
          <span className="block font-mono text-muted-foreground text-xs">{entry.createdAt}</span>
        </Fact>
        <Fact term="Operator">{entry.actor ?? "not recorded"}</Fact>
        {entry.action && (
          <Fact term="Action">
            <span className="font-mono text-xs">{entry.action}</span>
          </Fact>
        )}
        {entry.tableName && (
          <Fact term="Table">
            {entry.schemaName && `${entry.schemaName}.`}
            {entry.tableName}
          </Fact>
        )}
        {entry.recordKey && (
          <Fact term="Record">
            <span className="break-all font-mono text-xs">{formatKey(entry.recordKey)}</span>
          </Fact>
        )}
        {entry.runId && (
          <Fact term="Run">
            <Link href={`/runs/${entry.runId}`} className="text-primary hover:underline">
              See the run
            </Link>
          </Fact>
        )}
      </dl>
      {(entry.before || entry.after) && (
        <Section title="What changed">
          <EntryDiff before={entry.before} after={entry.after} />
        </Section>
      )}
      <Section title="Details">
        <CodeBlock code={JSON.stringify(entry.details, null, 2)} language="JSON" />
      </Section>
      {entry.rowHash && (
        <Section title="Seal">
          <dl className="flex flex-col gap-1.5 text-xs">
            <Hash term="This row" hash={entry.rowHash} />
            <Hash term="The row before it" hash={entry.prevHash || "none: the chain begins here"} />
          </dl>
        </Section>
      )}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Hash({ term, hash }: { term: string; hash: string }) {
  return (
    <div>
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="break-all font-mono">{hash}</dd>
    </div>
  );
}
