import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { formatMoney } from "@/components/ui/format";
import { formatAbsolute } from "@/components/ui/format-time";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ColumnKind, RecordDefinition } from "@/lib/records/define";
import { humanise, valueText } from "./value-text";

/** Every column of the record with its whole value. */
export function RecordFields({ record, row }: { record: RecordDefinition; row: Record<string, unknown> }) {
  return (
    <dl className="flex flex-col px-4 py-1">
      {Object.entries(row).map(([key, value]) => {
        const column = record.columns.find((candidate) => candidate.key === key);
        return (
          <div key={key} className="grid gap-x-3 border-b py-2 last:border-b-0 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-muted-foreground" title={key}>
              {column?.label ?? key}
            </dt>
            <dd className="flex min-w-0 items-start justify-between gap-2">
              <span className="min-w-0 break-words">
                <FieldValue value={value} kind={column?.kind ?? "text"} currency={row.currency} />
              </span>
              {value !== null && value !== "" && (
                <CopyButton text={valueText(value)} what={column?.label ?? key} className="-my-1" />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FieldValue({ value, kind, currency }: { value: unknown; kind: ColumnKind; currency: unknown }) {
  if (value === null || value === undefined) return <span className="text-muted-foreground italic">no value</span>;
  if (value === "") return <span className="text-muted-foreground italic">blank</span>;
  if (typeof value === "object") {
    return (
      <code className="block whitespace-pre-wrap break-words font-mono text-xs leading-5">{valueText(value)}</code>
    );
  }
  switch (kind) {
    case "time":
      return (
        <>
          {formatAbsolute(new Date(String(value)))}{" "}
          <span className="text-muted-foreground">
            (<RelativeTime at={String(value)} />)
          </span>
        </>
      );
    case "id":
      return <span className="font-mono text-xs">{String(value)}</span>;
    case "status":
      return <Badge>{humanise(String(value))}</Badge>;
    case "money":
      return formatMoney(String(value), typeof currency === "string" ? currency : null);
    default:
      return String(value);
  }
}
