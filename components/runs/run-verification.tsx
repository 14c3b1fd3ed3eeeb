import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Verification } from "@/lib/runs/types";

/** The finding's check, measured again after the run: the proof. */
export function RunVerification({ verification }: { verification: Verification }) {
  const { passed, before, after, message } = verification;
  return (
    <Notice
      tone={passed ? "success" : "warning"}
      title={passed ? "Verified: the check passes" : "The check does not pass yet"}
    >
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
    </Notice>
  );
}
