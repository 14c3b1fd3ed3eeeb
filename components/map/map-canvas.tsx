import { ReactFlow, useReactFlow, useStore } from "@xyflow/react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { cn } from "@/components/ui/cn";
import { canvasClass } from "./canvas-class";
import type { Drawing } from "./draw-map";
import { MapControls } from "./map-controls";
import { referenceHref } from "./map-words";
import { ReferenceLine } from "./reference-line";
import { startViewport, wholeViewport } from "./start-viewport";
import { TableCard } from "./table-card";
import { useCanvasKeys } from "./use-canvas-keys";

const nodeTypes = { table: TableCard };
const edgeTypes = { reference: ReferenceLine };

/** A picture to move about in: by mouse, touch, keys or buttons. Nothing of it can be changed. */
export function MapCanvas({ drawing }: { drawing: Drawing }) {
  const { setViewport } = useReactFlow();
  const router = useRouter();
  const isMeasured = useStore(({ width }) => width > 0);
  const room = useStore(({ width }) => width);
  const roomHeight = useStore(({ height }) => height);
  // The canvas itself can only fit what it has drawn, and it draws what is in sight.
  const showAll = () => setViewport(wholeViewport(drawing, { width: room, height: roomHeight }));
  const onKeyDown = useCanvasKeys(showAll);

  useEffect(() => {
    if (isMeasured) setViewport(startViewport(drawing, { width: room, height: roomHeight }));
  }, [isMeasured, drawing, room, roomHeight, setViewport]);

  return (
    <div className={cn(canvasClass, "overflow-hidden border bg-muted/50")}>
      <ReactFlow
        aria-label="Tables and references. The arrow keys move the picture, plus and minus change its size."
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="focus-visible:-outline-offset-2 [&_.react-flow\_\_attribution]:bg-transparent! [&_.react-flow\_\_attribution_a]:text-muted-foreground!"
        attributionPosition="bottom-left"
        nodes={drawing.nodes}
        edges={drawing.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        minZoom={0.02}
        maxZoom={1.5}
        onEdgeClick={(_, edge) => {
          if (edge.data) router.push(referenceHref(edge.data.reference, edge.data.child));
        }}
      >
        <MapControls onShowAll={showAll} />
      </ReactFlow>
    </div>
  );
}
