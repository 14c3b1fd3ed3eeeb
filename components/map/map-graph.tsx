"use client";

import { ReactFlowProvider } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useMemo } from "react";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { drawMap } from "./draw-map";
import { type MapPart, mostTroubled } from "./filter-map";
import { MapCanvas } from "./map-canvas";
import { MapLegend } from "./map-legend";

/** As many as can be placed in a moment, and told apart by a person. */
const maxDrawn = 250;

/** The picture. It brings its own code, which no other page loads. */
export function MapGraph({ part }: { part: MapPart }) {
  const drawing = useMemo(() => drawMap(mostTroubled(part, maxDrawn)), [part]);
  return (
    <div className="flex flex-col gap-2">
      {part.tables.length > maxDrawn && (
        <Notice title={`${formatNumber(maxDrawn)} of ${formatNumber(part.tables.length)} tables are drawn`}>
          <p>Those with most trouble. Narrow the filters to see the others; the list has all of them.</p>
        </Notice>
      )}
      <ReactFlowProvider>
        <MapCanvas drawing={drawing} />
      </ReactFlowProvider>
      <MapLegend />
    </div>
  );
}
