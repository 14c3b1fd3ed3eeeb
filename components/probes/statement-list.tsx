import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { StatusBadge } from "@/components/ui/status-badge";
import type { StatementResult } from "@/lib/probes/types";

const looks = {
  as_expected: { status: "passed", label: "As expected" },
  unexpected: { status: "failed", label: "Not as expected" },
  not_run: { status: "pending", label: "Not run" },
} as const;

interface StatementListProps {
  /** Of which probe, where a page has several. */
  probe: string;
  statements: StatementResult[];
}

/** Statement by statement: what was expected, what came, and PostgreSQL's own code. */
export function StatementList({ probe, statements }: StatementListProps) {
  const numbered = statements.map((statement, at) => ({ ...statement, number: at + 1 }));
  return (
    <ol aria-label={`Statements of ${probe}`} className="flex flex-col divide-y rounded-md border">
      {numbered.map(({ number, title, sql, role, expected, actual, sqlstate, status }) => (
        <li key={number} className="flex flex-col gap-1 px-3 py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
            <h4 className="font-medium">
              {number}. {title}
            </h4>
            <span className="flex items-center gap-2">
              {sqlstate !== null && <Badge className="font-mono">{sqlstate}</Badge>}
              <StatusBadge plain {...looks[status]} />
            </span>
          </div>
          <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2 [overflow-wrap:anywhere]">
            <dt className="text-muted-foreground">Expected</dt>
            <dd>{expected}</dd>
            <dt className="text-muted-foreground">Actual</dt>
            <dd className={status === "unexpected" ? "text-danger" : undefined}>{actual}</dd>
            {role !== null && (
              <>
                <dt className="text-muted-foreground">In role</dt>
                <dd className="font-mono text-xs">{role}</dd>
              </>
            )}
          </dl>
          <details>
            <summary className="w-fit rounded-sm font-medium text-primary text-xs hover:underline">The SQL</summary>
            <CodeBlock code={sql} label={`SQL of ${probe}, statement ${number}`} className="mt-1.5" />
          </details>
        </li>
      ))}
    </ol>
  );
}
