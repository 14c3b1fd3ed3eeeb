import { ArrowRight, CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SuggestedReference } from "@/lib/references/types";
import { DecideReference } from "./decide-reference";
import { EndName } from "./end-name";
import { checkedWords, evidenceWords, scoreTone, scoreWord } from "./reference-words";
import { StateBadge } from "./state-badge";

/** One undeclared reference: what speaks for it, whether it is checked, and what was decided. */
export function ReferenceItem({ reference, mayDecide }: { reference: SuggestedReference; mayDecide: boolean }) {
  const { id, table, columns, parent, parentColumns, score, sentence, isChecked, state, label } = reference;
  const Checked = isChecked ? CircleCheck : CircleDashed;
  return (
    <li>
      <Card aria-labelledby={`reference-${id}`} className="gap-2 px-4 py-3">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
          <h2 id={`reference-${id}`} className="flex min-w-0 flex-wrap items-center gap-x-2 font-medium text-base">
            <EndName table={table} columns={columns} />
            <ArrowRight aria-label="refers to" className="size-4 shrink-0 text-muted-foreground" />
            <EndName table={parent} columns={parentColumns} />
          </h2>
          <div className="flex items-center gap-1.5">
            <Badge tone={scoreTone(score)}>
              {scoreWord(score)} {score.toFixed(2)}
            </Badge>
            <StateBadge state={state} />
          </div>
        </div>
        <p>{sentence}</p>
        <p className="text-muted-foreground">{evidenceWords(reference).join(" ")}</p>
        <p className="flex items-start gap-1.5">
          <Checked
            aria-hidden
            className={`mt-0.5 size-4 shrink-0 ${isChecked ? "text-success" : "text-muted-foreground"}`}
          />
          <span>
            {checkedWords(reference)}{" "}
            {isChecked && (
              <Link href={findingsHref(reference)} className="text-primary underline underline-offset-2">
                What was found
              </Link>
            )}
          </span>
        </p>
        {reference.decidedAt !== null && (
          <p className="border-l-2 pl-3">
            “{reference.reason}”{" "}
            <span className="text-muted-foreground">
              {reference.decidedBy}, <RelativeTime at={reference.decidedAt} />
            </span>
          </p>
        )}
        {mayDecide && <DecideReference id={id} label={label} state={state} />}
      </Card>
    </li>
  );
}

function findingsHref({ table }: SuggestedReference): string {
  const asked = new URLSearchParams({
    schema: table.schema,
    table: table.name,
    check: "orphan_rows",
    status: "any",
    standing: "any",
  });
  return `/findings?${asked}`;
}
