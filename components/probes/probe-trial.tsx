import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatDuration } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ScenarioResult } from "@/lib/probes/types";
import { StatementList } from "./statement-list";

interface ProbeTrialProps {
  result: ScenarioResult | undefined;
  error: Error | null;
}

/** What the probe in the editor came to when it was tried. */
export function ProbeTrial({ result, error }: ProbeTrialProps) {
  return (
    <Card aria-labelledby="trial-title" className="min-h-72">
      <CardHeader>
        <CardTitle id="trial-title">What it comes to</CardTitle>
        <p className="text-muted-foreground text-xs">Five seconds at most, always rolled back. Sequences go on.</p>
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <div aria-live="polite" className="flex flex-col gap-3">
          {error && (
            <Notice tone="warning" title="It cannot be tried as it stands">
              <p className="break-words">{error.message}</p>
            </Notice>
          )}
          {!error && result && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StatusBadge status={result.status} />
              <span className="[overflow-wrap:anywhere]">{result.message}</span>
              <span className="text-muted-foreground">tried in {formatDuration(result.durationMs)}</span>
            </p>
          )}
          {!error && !result && <p className="text-muted-foreground">Try it before you save it: nothing is kept.</p>}
        </div>
        {!error && result && <StatementList probe="this probe" statements={result.statements} />}
      </CardContent>
    </Card>
  );
}
