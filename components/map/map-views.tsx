import dynamic from "next/dynamic";
import { useDeferredValue, useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import type { DatabaseMap } from "@/lib/map/types";
import { canvasClass } from "./canvas-class";
import { filterMap } from "./filter-map";
import { MapEmpty } from "./map-empty";
import { useMapFilter } from "./map-filter";
import { MapFilters } from "./map-filters";
import { MapList } from "./map-list";
import { MapSummary } from "./map-summary";
import { useIsWide } from "./use-is-wide";

const MapGraph = dynamic(() => import("./map-graph").then(({ MapGraph }) => MapGraph), {
  ssr: false,
  loading: () => <Skeleton className={canvasClass} />,
});

/** The same part of the map as a picture and as a list. */
export function MapViews({ map }: { map: DatabaseMap }) {
  const filtering = useMapFilter();
  const isWide = useIsWide();
  const filter = useDeferredValue(filtering.filter);
  const shown = useMemo(() => filterMap(map, filter), [map, filter]);
  const view = filtering.view ?? (isWide === null ? null : isWide ? "graph" : "list");
  return (
    <>
      <MapFilters {...filtering} tables={map.tables} />
      {map.measuredAt === null && (
        <Notice title="Nothing has been checked yet">
          <p>The map shows what there is. What is broken shows after the first scan.</p>
        </Notice>
      )}
      <Tabs value={view} onValueChange={(value) => filtering.set({ view: value === "graph" ? "graph" : "list" })}>
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1 pb-3">
          <TabsList aria-label="How to show it">
            <TabsTab value="graph">Graph</TabsTab>
            <TabsTab value="list">As a list</TabsTab>
          </TabsList>
          <MapSummary shown={shown} measuredAt={map.measuredAt} />
        </div>
        <TabsPanel value="graph">
          {shown.tables.length === 0 ? (
            <MapEmpty broken={filter.broken} onClear={filtering.clear} />
          ) : (
            <MapGraph part={shown} />
          )}
        </TabsPanel>
        <TabsPanel value="list">
          {shown.tables.length === 0 ? (
            <MapEmpty broken={filter.broken} onClear={filtering.clear} />
          ) : (
            <MapList part={shown} order={filtering.order} onOrder={(order) => filtering.set({ order })} />
          )}
        </TabsPanel>
      </Tabs>
    </>
  );
}
