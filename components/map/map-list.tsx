import { useMemo } from "react";
import { Select } from "@/components/ui/select";
import type { MapPart } from "./filter-map";
import { GrowingList } from "./growing-list";
import type { Order } from "./map-filter";
import { orderReferences, orderTables } from "./order-references";
import { ReferenceRow } from "./reference-row";
import { TableRow } from "./table-row";

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
          <GrowingList
            items={named}
            what="references"
            row={({ reference, child, parent }) => (
              <ReferenceRow key={reference.id} reference={reference} child={child} parent={parent} />
            )}
          />
        )}
      </section>
      <section aria-labelledby="map-tables" className="flex flex-col gap-2">
        <h2 id="map-tables" className="font-semibold text-base">
          Tables
        </h2>
        <GrowingList items={ordered} what="tables" row={(table) => <TableRow key={table.id} table={table} />} />
      </section>
    </div>
  );
}
