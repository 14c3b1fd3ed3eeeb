import { useMemo } from "react";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { MapPart } from "./filter-map";
import type { Order } from "./map-filter";
import { orderReferences, orderTables } from "./order-references";
import { ReferenceRow } from "./reference-row";
import { TableRow } from "./table-row";

/** More than anybody reads; the filters find the others. */
const maxListed = 300;

const orders = [
  { value: "broken", label: "Broken first" },
  { value: "name", label: "By name" },
] as const;

interface MapListProps {
  part: MapPart;
  order: Order;
  onOrder: (order: Order) => void;
}

/** Everything that the picture shows, in words. */
export function MapList({ part: { tables, references }, order, onOrder }: MapListProps) {
  const named = useMemo(() => orderReferences(references, tables, order), [references, tables, order]);
  const ordered = useMemo(() => orderTables(tables, order), [tables, order]);
  return (
    <div className="flex flex-col gap-5">
      <Select aria-label="Order" options={orders} value={order} onValueChange={onOrder} className="w-40" />
      <section aria-labelledby="map-references" className="flex flex-col gap-2">
        <h2 id="map-references" className="font-semibold text-base">
          References
        </h2>
        {named.length === 0 ? (
          <p className="text-muted-foreground">None of these tables refers to another.</p>
        ) : (
          <Card>
            <ul className="divide-y">
              {named.slice(0, maxListed).map(({ reference, child, parent }) => (
                <ReferenceRow key={reference.id} reference={reference} child={child} parent={parent} />
              ))}
            </ul>
          </Card>
        )}
        <Rest listed={named.length} />
      </section>
      <section aria-labelledby="map-tables" className="flex flex-col gap-2">
        <h2 id="map-tables" className="font-semibold text-base">
          Tables
        </h2>
        <Card>
          <ul className="divide-y">
            {ordered.slice(0, maxListed).map((table) => (
              <TableRow key={table.id} table={table} />
            ))}
          </ul>
        </Card>
        <Rest listed={ordered.length} />
      </section>
    </div>
  );
}

function Rest({ listed }: { listed: number }) {
  if (listed <= maxListed) return null;
  return (
    <Notice title={`The first ${formatNumber(maxListed)} of ${formatNumber(listed)}`}>
      <p>Narrow the filters to see the others.</p>
    </Notice>
  );
}
