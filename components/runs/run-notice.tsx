import type { ReactNode } from "react";
import { formatCount, formatDuration } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Run } from "@/lib/runs/types";
import { runProgress } from "./run-progress";

/** Why a run does not go on, and what becomes of it. */
export function RunNotice({ run }: { run: Run }): ReactNode {
  const { sentence } = runProgress(run);
  switch (run.status) {
    case "queued":
      return <Waiting run={run} title="Waiting for a worker" />;
    case "interrupted":
      return <Waiting run={run} title="Interrupted: another worker goes on" />;
    case "running":
      return <Held run={run} />;
    case "paused":
      return (
        <Notice tone="warning" title="Paused">
          {run.throttle && <p>{run.throttle}</p>}
          <p>What is done stays, and no other run can begin on {run.tableName}. Resume it to go on with the rest.</p>
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="danger" title="The run failed">
          <p>{run.error ?? "No cause was recorded."}</p>
          <p>{sentence}.</p>
        </Notice>
      );
    case "cancelled":
      return (
        <Notice tone="warning" title="The run was cancelled">
          <p>
            {sentence}.{" "}
            {run.changed > 0 ? "What was done stays; undo this run to take it back." : "Nothing was changed."}
          </p>
        </Notice>
      );
    default:
      return null;
  }
}

function Waiting({ run, title }: { run: Run; title: string }) {
  return (
    <Notice tone={run.workers === 0 || run.status === "interrupted" ? "warning" : "info"} title={title}>
      {run.error && <p>{run.error}</p>}
      <p>
        {run.workers === 0
          ? "No worker is there to take it up. Start the console or “npm run worker”; the run then goes on by itself."
          : `${formatCount(run.workers, "worker")} ${run.workers === 1 ? "is" : "are"} there; the next that is free takes it up.`}
      </p>
    </Notice>
  );
}

function Held({ run }: { run: Run }) {
  if (run.throttle) {
    return (
      <Notice tone="info" title="It holds back">
        <p>{run.throttle}</p>
      </Notice>
    );
  }
  if (run.stalledSeconds === null) return null;
  return (
    <Notice tone="warning" title={`Nothing was done for ${formatDuration(run.stalledSeconds * 1000)}`}>
      <p>
        Its worker says that it is alive.{" "}
        {run.form === "schema"
          ? "A step of a large table can take that long: see the step that is running. If it cannot be right, take the run over."
          : "If it does not get on, take the run over: another worker goes on from the last batch."}
      </p>
    </Notice>
  );
}
