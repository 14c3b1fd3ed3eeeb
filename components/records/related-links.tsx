import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { RecordDefinition } from "@/lib/records/define";
import { recordHref } from "./record-href";
import { useRecordTargets } from "./record-targets";

export function RelatedLinks({ record, row }: { record: RecordDefinition; row: Record<string, unknown> }) {
  const targets = useRecordTargets();
  const links = record.related.flatMap(({ label, column, record: slug, by }) => {
    const value = row[column];
    const target = targets[slug];
    if (value === null || value === undefined || !target) return [];
    return [{ label, href: recordHref(target, by, String(value)) }];
  });
  if (links.length === 0) return null;
  return (
    <ul aria-label="Related records" className="flex flex-wrap gap-x-4 gap-y-1 border-b px-4 py-2.5">
      {links.map(({ label, href }) => (
        <li key={label}>
          <Link href={href} className="inline-flex min-h-6 items-center gap-0.5 text-primary hover:underline">
            {label}
            <ArrowUpRight aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
