import { LoaderCircle } from "lucide-react";
import { RowTable } from "@/components/findings/row-table";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatCount, formatDuration } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/ui/status-badge";
import { type DryRunState, useDryRun } from "./use-dry-run";

type DryRunPanelProps = Parameters<typeof useDryRun>[0];

/** What the check would find now, tried while it is written. */
export function DryRunPanel(rule: DryRunPanelProps) {
  const state = useDryRun(rule);
  return (
    <Card aria-labelledby="dry-run-title" className="min-h-72">
      <CardHeader>
        <CardTitle id="dry-run-title">What it would find now</CardTitle>
        <p className="text-muted-foreground text-xs">
          Read-only, five seconds at most, nothing is stored. What a function does outside the tables is not held back.
        </p>
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <div aria-live="polite" className="flex flex-col gap-3">
          <Answer state={state} />
        </div>
        {state.step === "counted" && state.found.sample.length > 0 && (
          <RowTable label="Rows that it names" columns={state.found.columns} rows={state.found.sample} />
        )}
      </CardContent>
    </Card>
  );
}

function Answer({ state }: { state: DryRunState }) {
  switch (state.step) {
    case "incomplete":
      return <p className="text-muted-foreground">Choose a table and write some SQL: it is tried as you type.</p>;
    case "waiting":
      return <p className="text-muted-foreground">It is tried when you stop typing.</p>;
    case "running":
      return (
        <p className="flex items-center gap-2 text-muted-foreground">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          Counting the rows
        </p>
      );
    case "refused":
      return (
        <Notice tone="warning" title="It cannot be checked as it stands">
          <p className="break-words">{state.reason}</p>
          <Button size="sm" className="mt-1.5 self-start" onClick={state.again}>
            Try again
          </Button>
        </Notice>
      );
    case "counted": {
      const { count, sample, durationMs } = state.found;
      return (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge status={count === 0 ? "passing" : "failing"} label={formatCount(count, "row")} />
          <span className="text-muted-foreground">
            counted in {formatDuration(durationMs)}
            {count > sample.length && `; the first ${sample.length} of them are below`}
          </span>
        </p>
      );
    }
  }
}
