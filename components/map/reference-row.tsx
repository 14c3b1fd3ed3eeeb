import Link from "next/link";
import type { MapFinding, MapReference, MapTable } from "@/lib/map/types";
import { HealthBadge } from "./health-badge";
import { kindWords, orphanWords, referenceHref } from "./map-words";
import { tableName } from "./order-references";

interface ReferenceRowProps {
  reference: MapReference;
  child: MapTable;
  parent: MapTable;
}

/** One reference in words, with what was found of it; its name leads to the worst of that. */
export function ReferenceRow({ reference, child, parent }: ReferenceRowProps) {
  const { columns, parentColumns, kind, findings, orphans } = reference;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-hover lg:grid-cols-[8.5rem_minmax(0,1fr)_10rem]">
      <div className="max-lg:order-2">
        <HealthBadge health={reference} />
      </div>
      <div className="min-w-0 max-lg:order-1">
        <h3>
          <Link href={referenceHref(reference, child)} className="break-words font-medium hover:underline">
            {tableName(child)} ({columns.join(", ")}) <span aria-hidden>→</span>
            <span className="sr-only">refers to</span> {tableName(parent)} ({parentColumns.join(", ")})
          </Link>
        </h3>
        <p className="text-muted-foreground text-xs">
          {kindWords[kind]}
          {findings.map((finding) => (
            <FindingLink key={finding.id} finding={finding} />
          ))}
        </p>
      </div>
      {orphans !== null && orphans > 0 && (
        <p className="text-right font-medium text-danger tabular-nums max-lg:order-3 max-lg:col-span-2 max-lg:text-left">
          {orphanWords(reference)}
        </p>
      )}
    </li>
  );
}

function FindingLink({ finding: { id, title, status } }: { finding: MapFinding }) {
  return (
    <>
      {" · "}
      <Link
        href={`/findings/${id}`}
        className="text-foreground underline decoration-border underline-offset-2 hover:decoration-current"
      >
        {title}
        {status === "not_checked" && " (not checked)"}
      </Link>
    </>
  );
}
