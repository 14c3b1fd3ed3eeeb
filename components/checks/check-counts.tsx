import Link from "next/link";
import { formatNumber } from "@/components/ui/format";
import { toneText } from "@/components/ui/tone";
import type { CheckEntry, FindingCounts } from "@/lib/check-library/types";

const kinds = [
  { kind: "failing", word: "failing", query: "status=failing", tone: toneText.danger },
  { kind: "notChecked", word: "not checked", query: "status=not_checked", tone: toneText.warning },
  { kind: "passing", word: "passing", query: "status=passing", tone: toneText.success },
  { kind: "known", word: "known", query: "status=any&standing=known", tone: "" },
  { kind: "dismissed", word: "dismissed", query: "status=any&standing=dismissed", tone: "" },
] as const satisfies { kind: keyof FindingCounts; word: string; query: string; tone: string }[];

/** How many findings a check has now; each number leads to the list of exactly those. */
export function CheckCounts({ code, findings }: Pick<CheckEntry, "code" | "findings">) {
  const found = kinds.filter(({ kind }) => findings[kind] > 0);
  if (found.length === 0) return <span className="text-muted-foreground">Nothing measured here</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-1 lg:justify-end">
      {found.map(({ kind, word, query, tone }) => (
        <Link key={kind} href={`/findings?check=${code}&${query}`} className="whitespace-nowrap hover:underline">
          <span className={`font-semibold tabular-nums ${tone}`}>{formatNumber(findings[kind])}</span> {word}
        </Link>
      ))}
    </span>
  );
}
