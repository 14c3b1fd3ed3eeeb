import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { restoreFindingAction } from "@/app/(console)/findings/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Finding } from "@/lib/findings/types";
import { DismissForm } from "./dismiss-form";

/** Whether the finding counts, who decided that it does not, and the way to change it. */
export function DismissalCard({ finding, mayDecide }: { finding: Finding; mayDecide: boolean }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const settle = () => client.invalidateQueries();
  const restore = useMutation({
    mutationFn: () => act(restoreFindingAction({ findingId: finding.id })),
    onSuccess: settle,
  });
  const { dismissal } = finding;
  if (finding.status === "passing" && !dismissal) return null;
  return (
    <Card aria-labelledby="dismissal-title">
      <CardHeader>
        <CardTitle id="dismissal-title">Does it count?</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-2">
        {dismissal ? (
          <>
            <p>
              No: dismissed by {dismissal.by} <RelativeTime at={dismissal.at} />
              {dismissal.until ? (
                <>
                  , until <RelativeTime at={dismissal.until} />
                </>
              ) : (
                ", until somebody takes it back"
              )}
              .
            </p>
            <p className="text-muted-foreground">“{dismissal.reason}”</p>
            {mayDecide && (
              <Button onClick={() => restore.mutate()} pending={restore.isPending}>
                Take the dismissal back
              </Button>
            )}
            {restore.error && (
              <Notice tone="danger" title="It is still dismissed">
                <p>{restore.error.message}</p>
              </Notice>
            )}
          </>
        ) : (
          <>
            <p>{standingSentence(finding)}</p>
            {mayDecide && !asking && <Button onClick={() => setAsking(true)}>Dismiss it</Button>}
            {!mayDecide && <p className="text-muted-foreground text-xs">Operators can dismiss it, with a reason.</p>}
            {asking && <DismissForm findingId={finding.id} onDone={settle} onCancel={() => setAsking(false)} />}
          </>
        )}
      </CardContent>
    </Card>
  );
}

function standingSentence({ standing, baselineCount, count }: Finding): string {
  if (standing === "known") return `It was known when the baseline was taken (${baselineCount}), so it does not count.`;
  if (baselineCount !== null && count !== null)
    return `Yes: it has grown from ${baselineCount} to ${count} since the baseline was taken.`;
  return "Yes, for everybody, on the overview and in every scan.";
}
