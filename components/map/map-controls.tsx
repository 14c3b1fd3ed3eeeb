import { Panel, useReactFlow } from "@xyflow/react";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "@/components/ui/button";

export function MapControls({ onShowAll }: { onShowAll: () => void }) {
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <Panel position="bottom-right" className="flex gap-1">
      <Button size="sm" onClick={() => zoomIn()}>
        <ZoomIn aria-hidden />
        Closer
      </Button>
      <Button size="sm" onClick={() => zoomOut()}>
        <ZoomOut aria-hidden />
        Farther
      </Button>
      <Button size="sm" onClick={onShowAll}>
        <Maximize aria-hidden />
        Show all
      </Button>
    </Panel>
  );
}
