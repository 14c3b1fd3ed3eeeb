import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Run, Verification } from "@/lib/runs/types";
import { RunProbes } from "./run-probes";
import { verdictOf } from "./verdict";

interface RunVerificationProps {
  run: Pick<Run, "undoOf">;
  verification: Verification;
}

/** The finding's check, measured again after the run: the proof. */
export function RunVerification({ run, verification }: RunVerificationProps) {
  const { before, after, message, probes = [] } = verification;
  return (
    <Notice {...verdictOf(run, verification)}>
      {before !== null && after !== null && (
        <p className="font-semibold text-lg">
          {formatNumber(before)}
          <span aria-hidden className="px-1.5 text-muted-foreground">
            →
          </span>
          <span className="sr-only"> before, now </span>
          {formatNumber(after)}
        </p>
      )}
      <p>{message}</p>
      {probes.length > 0 && <RunProbes probes={probes} />}
    </Notice>
  );
}
