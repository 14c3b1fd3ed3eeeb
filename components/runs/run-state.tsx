import { Progress } from "@/components/ui/progress";
import type { Run } from "@/lib/runs/types";
import { RunNotice } from "./run-notice";
import { paceSentence, runProgress } from "./run-progress";
import { RunVerification } from "./run-verification";
import { spokenState } from "./spoken-state";

/** Where the run stands: how far, what holds it, what failed, or the proof that it worked. */
export function RunState({ run }: { run: Run }) {
  const progress = runProgress(run);
  return (
    <>
      <p role="status" className="sr-only">
        {spokenState(run)}
      </p>
      {!run.isOver && (
        <div className="flex flex-col gap-1.5">
          <Progress label={progress.label} value={progress.done} max={progress.total} />
          <div className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 text-muted-foreground tabular-nums">
            <p>{progress.sentence}</p>
            {run.form === "rows" && run.batches > 0 && <p>{paceSentence(run)}</p>}
          </div>
        </div>
      )}
      <RunNotice run={run} />
      {run.verification && <RunVerification run={run} verification={run.verification} />}
    </>
  );
}
