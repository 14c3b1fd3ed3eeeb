import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { WrittenCheck } from "@/lib/check-library/types";
import { RemoveCheckButton } from "./remove-check-button";

interface WrittenRowProps {
  check: WrittenCheck;
  mayWrite: boolean;
  onEdit: () => void;
}

/** One check that somebody wrote: what it asks, what it found, and the way to change it. */
export function WrittenRow({ check, mayWrite, onEdit }: WrittenRowProps) {
  const { name, description, owner, severity, schemaName, tableName, form, sql, source, fault, finding } = check;
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="font-medium">{name}</h2>
          <SeverityBadge severity={severity} />
          {source === "file" && <Badge>From the file {check.id}</Badge>}
          {finding ? (
            <Link href={`/findings/${finding.id}`} className="hover:underline">
              <StatusBadge plain status={finding.status} label={labelOf(finding)} />
            </Link>
          ) : (
            fault === null && <span className="text-muted-foreground">The next scan measures it</span>
          )}
          {finding && <RelativeTime at={finding.measuredAt} className="text-muted-foreground text-xs" />}
        </div>
        {source === "page" && mayWrite && (
          <div className="flex gap-2">
            <Button size="sm" aria-label={`Change ${name}`} onClick={onEdit}>
              Change
            </Button>
            <RemoveCheckButton id={check.id} name={name} />
          </div>
        )}
      </div>
      {description !== "" && <p>{description}</p>}
      {fault === null ? (
        <>
          <p className="text-muted-foreground">
            {form === "query" ? "A query for rows of " : "A condition over "}
            <span className="break-all font-mono text-xs">
              {schemaName}.{tableName}
            </span>
            , {owner} answers for it
          </p>
          <pre className="max-h-24 overflow-hidden whitespace-pre-wrap break-words rounded-md bg-muted px-2.5 py-1.5 font-mono text-xs">
            <code>{sql}</code>
          </pre>
        </>
      ) : (
        <Notice tone="warning" title="This file says no check, so nothing is checked by it">
          <p className="break-words">{fault}</p>
        </Notice>
      )}
      {finding?.status === "not_checked" && fault === null && (
        <Notice tone="warning" title="The last scan could not check it">
          <p className="break-words">{finding.reason}</p>
        </Notice>
      )}
    </li>
  );
}

function labelOf({ status, count }: NonNullable<WrittenCheck["finding"]>): string | undefined {
  return status === "failing" && count !== null ? formatCount(count, "row") : undefined;
}
