import { Handle, type NodeProps, Position, useReactFlow, useStoreApi } from "@xyflow/react";
import Link from "next/link";
import { type FocusEvent, memo } from "react";
import { cn } from "@/components/ui/cn";
import type { TableNode } from "./draw-map";
import { HealthBadge } from "./health-badge";
import { healthTone, sizeWords, tableHref } from "./map-words";
import { tableName } from "./order-references";

const borders = { danger: "border-l-danger", warning: "border-l-warning", neutral: "border-l-input" };

/** A table of the picture; all of it leads to what was found of it. */
export const TableCard = memo(function TableCard({ id, data: { table } }: NodeProps<TableNode>) {
  const bringIntoView = useBringIntoView(id);
  const content = (
    <>
      <span className="block truncate font-medium">{tableName(table)}</span>
      <span className="flex items-center justify-between gap-2 text-muted-foreground text-xs">
        {!table.outside && <HealthBadge health={table} />}
        <span className="truncate tabular-nums">{sizeWords(table)}</span>
      </span>
    </>
  );
  const look = cn(
    "flex h-full flex-col justify-center gap-1 rounded-md border border-input border-l-4 bg-card px-2.5 shadow-xs",
    borders[healthTone(table)],
  );
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      {table.outside ? (
        <div className={cn(look, "border-dashed text-muted-foreground")} title={tableName(table)}>
          {content}
        </div>
      ) : (
        <Link
          href={tableHref(table)}
          title={tableName(table)}
          onFocus={bringIntoView}
          className={cn(look, "hover:bg-hover")}
        >
          {content}
        </Link>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
    </>
  );
});

/** Whoever comes here by the keyboard sees where that is. */
function useBringIntoView(id: string) {
  const { getZoom, getInternalNode, setCenter } = useReactFlow();
  const store = useStoreApi();
  return ({ currentTarget }: FocusEvent<HTMLElement>) => {
    const node = getInternalNode(id);
    if (!node || !currentTarget.matches(":focus-visible")) return;
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    const { positionAbsolute: at } = node.internals;
    const [nodeWidth, nodeHeight] = [node.width ?? 0, node.height ?? 0];
    const left = at.x * zoom + x;
    const top = at.y * zoom + y;
    const isInside = left >= 0 && top >= 0 && left + nodeWidth * zoom <= width && top + nodeHeight * zoom <= height;
    if (!isInside) setCenter(at.x + nodeWidth / 2, at.y + nodeHeight / 2, { zoom: getZoom() });
  };
}
