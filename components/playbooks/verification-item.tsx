import { RowTable } from "@/components/findings/row-table";
import { CodeBlock } from "@/components/ui/code-block";
import { formatCount, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { VerificationView } from "@/lib/playbooks/types";

const shownRows = 10;

/** A query of the document, what it must return, and what it returned just now. */
export function VerificationItem({ verification }: { verification: VerificationView }) {
  const { title, sql, expected, status, rows, rowCount = rows.length, error, ranAt } = verification;
  const shown = rows.slice(0, shownRows);
  const columns = Object.keys(rows[0] ?? {});
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium text-base">{title}</h3>
        <span className="flex items-center gap-2.5 text-muted-foreground text-xs">
          <RelativeTime at={ranAt} />
          <StatusBadge status={status} />
        </span>
      </div>
      <p>
        <span className="text-muted-foreground">Expected:</span> {expected}
      </p>
      {error !== null && <p className="text-danger">{error}</p>}
      {error === null && rows.length > 0 && <RowTable label={`Result of: ${title}`} columns={columns} rows={shown} />}
      {rowCount > shown.length && (
        <p className="text-muted-foreground text-xs">
          The first {formatNumber(shown.length)} of {formatCount(rowCount, "row")}.
        </p>
      )}
      {error === null && rows.length === 0 && <p className="text-muted-foreground">It returned no row.</p>}
      <details>
        <summary className="w-fit rounded-sm font-medium text-primary text-xs hover:underline">The query</summary>
        <CodeBlock code={sql.trim()} label={`Query: ${title}`} className="mt-2" />
      </details>
    </li>
  );
}
