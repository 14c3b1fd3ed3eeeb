import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { ReferenceEdge } from "./draw-map";
import { pathOf } from "./layout/curve";
import { LineLabel } from "./line-label";
import { healthTone, kindWords, lineLabel, referenceHref } from "./map-words";
import { tableName } from "./order-references";

const colors = {
  danger: "var(--danger)",
  warning: "color-mix(in oklch, var(--warning) 75%, transparent)",
  neutral: "color-mix(in oklch, var(--muted-foreground) 65%, transparent)",
};

/** A reference of the picture, dashed where no foreign key declares it; what it says leads to the worst finding. */
export const ReferenceLine = memo(function ReferenceLine({ id, data }: EdgeProps<ReferenceEdge>) {
  if (!data) return null;
  const { reference, child, parent, line } = data;
  const label = lineLabel(reference);
  const tone = healthTone(reference);
  const name = `${tableName(child)} (${reference.columns.join(", ")}) → ${tableName(parent)} (${reference.parentColumns.join(", ")})`;
  return (
    <>
      <g>
        <title>{`${name}. ${kindWords[reference.kind]}.`}</title>
        <BaseEdge
          id={id}
          path={pathOf(line.curve)}
          style={{
            stroke: colors[tone],
            strokeWidth: tone === "danger" ? 2 : 1.5,
            strokeDasharray: reference.kind === "declared" ? undefined : "6 5",
          }}
        />
        <polygon points={arrowAt(line.tip, line.pointsRight)} fill={colors[tone]} />
      </g>
      {label && (
        <EdgeLabelRenderer>
          <LineLabel href={referenceHref(reference, child)} text={label} name={name} tone={tone} at={line.label} />
        </EdgeLabelRenderer>
      )}
    </>
  );
});

function arrowAt({ x, y }: { x: number; y: number }, pointsRight: boolean): string {
  const back = pointsRight ? x - 8 : x + 8;
  return `${x},${y} ${back},${y - 4.5} ${back},${y + 4.5}`;
}
