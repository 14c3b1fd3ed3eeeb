import { Badge } from "@/components/ui/badge";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ColumnKind } from "@/lib/records/define";
import { messageText } from "./message-text";
import { humanise } from "./value-text";

interface RecordValueProps {
  value: unknown;
  kind: ColumnKind;
  /** Of the same record, for money. */
  currency?: unknown;
}

/** A value in a cell: one line, short, never mistaken for another one. */
export function RecordValue({ value, kind, currency }: RecordValueProps) {
  if (value === null || value === undefined) return <Muted text="—" spoken="no value" />;
  if (value === "") return <Muted text="blank" />;
  switch (kind) {
    case "time":
      return <RelativeTime at={String(value)} />;
    case "id":
      return (
        <span className="font-mono text-xs" title={String(value)}>
          {shortId(String(value))}
        </span>
      );
    case "status":
      return <Badge>{humanise(String(value))}</Badge>;
    case "number":
      return typeof value === "number" ? formatNumber(value) : String(value);
    case "money":
      return formatMoney(String(value), typeof currency === "string" ? currency : null);
    case "json":
      return <span title={messageText(value)}>{messageText(value)}</span>;
    default:
      return <span title={String(value)}>{String(value)}</span>;
  }
}

function Muted({ text, spoken }: { text: string; spoken?: string }) {
  if (!spoken) return <span className="text-muted-foreground italic">{text}</span>;
  return (
    <>
      <span aria-hidden className="text-muted-foreground">
        {text}
      </span>
      <span className="sr-only">{spoken}</span>
    </>
  );
}

function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 8)}…` : id;
}
