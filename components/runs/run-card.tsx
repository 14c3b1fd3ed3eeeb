import { useRef } from "react";
import { ExportMenu } from "@/components/exports/export-menu";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import type { Run } from "@/lib/runs/types";
import { ImagesLeave } from "./images-leave";
import { RunControls } from "./run-controls";
import { RunFacts } from "./run-facts";
import { runHeading } from "./run-heading";
import { RunState } from "./run-state";
import { UndoButton } from "./undo-button";
import { VerifyAgain } from "./verify-again";

/** What is done, by whom and why, how far it is, and what can be asked of it now. */
export function RunCard({ run, mayRepair }: { run: Run; mayRepair: boolean }) {
  const asks = useRef<HTMLDivElement>(null);
  return (
    <Card>
      <CardContent className="flex flex-col gap-4">
        <div className="flex flex-col gap-0.5">
          <p className="text-lg">{runHeading(run)}</p>
          {run.isOver && <p className="text-muted-foreground">As previewed: {run.summary}</p>}
        </div>
        <RunFacts run={run} />
        <RunState run={run} />
        {run.isOver && run.undoRefusal === null && <ImagesLeave runId={run.id} />}
      </CardContent>
      <CardFooter
        ref={asks}
        role="group"
        aria-label="What can be asked of the run"
        tabIndex={-1}
        className="outline-hidden"
      >
        {run.isOver ? (
          <>
            <UndoButton run={run} mayRepair={mayRepair} />
            {run.findingId !== null && <VerifyAgain run={run} mayRepair={mayRepair} />}
            <ExportMenu path={`/api/runs/${run.id}/export`} />
          </>
        ) : (
          <RunControls run={run} mayRepair={mayRepair} home={asks} />
        )}
      </CardFooter>
    </Card>
  );
}
