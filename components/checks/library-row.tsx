import Link from "next/link";
import { SeverityBadge } from "@/components/ui/severity-badge";
import type { CheckEntry } from "@/lib/check-library/types";
import { CheckCounts } from "./check-counts";

/** One check of the library; its name leads to its page, its numbers to its findings. */
export function LibraryRow({ check }: { check: CheckEntry }) {
  const { code, title, severity, appliesTo, repairs, findings } = check;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-2.5 lg:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)_minmax(0,16rem)] lg:items-baseline">
      <div className="min-w-0">
        <h2>
          <Link href={`/checks/${code}`} className="font-medium hover:underline">
            {title}
          </Link>
        </h2>
        <p className="break-all font-mono text-muted-foreground text-xs">{code}</p>
      </div>
      <div>
        <SeverityBadge severity={severity} />
      </div>
      <p className="text-muted-foreground max-lg:col-span-2">
        <span className="first-letter:uppercase inline-block">{appliesTo}</span>
        {repairs.length > 0 ? `, mended by: ${repairs.map((repair) => repair.title).join(", ")}` : ", mended by hand"}
      </p>
      <div className="max-lg:col-span-2 lg:text-right">
        <CheckCounts code={code} findings={findings} />
      </div>
    </li>
  );
}
