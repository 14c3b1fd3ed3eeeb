import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { Run } from "@/lib/runs/types";
import { runProgress } from "./run-progress";
import { RunVerification } from "./run-verification";

/** Where the run stands: how far, what failed, or the proof that it worked. */
export function RunState({ run }: { run: Run }) {
  const progress = runProgress(run);
  return (
    <>
      <p role="status" className="sr-only">
        {run.status === "running" ? progress.sentence : `Run ${run.status}`}
      </p>
      {!run.isOver && (
        <div className="flex flex-col gap-1.5">
          <Progress label={progress.label} value={progress.done} max={progress.total} />
          <p className="text-muted-foreground">{progress.sentence}</p>
        </div>
      )}
      {run.status === "failed" && (
        <Notice tone="danger" title="The run failed">
          <p>{run.error ?? "No cause was recorded."}</p>
          <p>{progress.sentence}.</p>
        </Notice>
      )}
      {run.status === "cancelled" && (
        <Notice tone="warning" title="The run was cancelled">
          <p>{progress.sentence}. What was done stays; undo this run to take it back.</p>
        </Notice>
      )}
      {run.status === "interrupted" && (
        <Notice tone="warning" title="The run was interrupted">
          <p>{run.error ?? "The server stopped while it ran."}</p>
        </Notice>
      )}
      {run.verification && <RunVerification run={run} verification={run.verification} />}
    </>
  );
}
