import Link from "next/link";
import type { MapTable } from "@/lib/map/types";
import { HealthBadge } from "./health-badge";
import { sizeWords, tableHref } from "./map-words";
import { tableName } from "./order-references";

/** One table in words; its name leads to what was found of it. */
export function TableRow({ table }: { table: MapTable }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-2 hover:bg-hover lg:grid-cols-[8.5rem_minmax(0,1fr)_13rem]">
      <div className="max-lg:order-2">{!table.outside && <HealthBadge health={table} />}</div>
      <h3 className="min-w-0 break-words font-medium max-lg:order-1">
        {table.outside ? (
          tableName(table)
        ) : (
          <Link href={tableHref(table)} className="hover:underline">
            {tableName(table)}
          </Link>
        )}
      </h3>
      <p className="text-right text-muted-foreground tabular-nums max-lg:order-3 max-lg:col-span-2 max-lg:text-left">
        {sizeWords(table)}
        {table.rowEstimate !== null && " (estimated)"}
      </p>
    </li>
  );
}
