import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { verifyRunAction } from "@/app/(console)/runs/actions";
import { measuredQueryKeys } from "@/components/overview/queries";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Run } from "@/lib/runs/types";
import { RunVerification } from "./run-verification";

/** Measures again, now, what the run mended: it may have been broken since. What was counted before that is no part of it. */
export function VerifyAgain({ run, mayRepair }: { run: Run; mayRepair: boolean }) {
  const client = useQueryClient();
  const verify = useMutation({
    mutationFn: () => act(verifyRunAction({ runId: run.id })),
    onSuccess: () => {
      for (const key of measuredQueryKeys) client.invalidateQueries({ queryKey: [key] });
    },
  });
  if (!mayRepair) return null;
  return (
    <>
      <Button pending={verify.isPending} onClick={() => verify.mutate()}>
        {!verify.isPending && <ShieldCheck aria-hidden />}
        Verify again
      </Button>
      {(verify.data || verify.error) && (
        <div role="status" className="order-last w-full">
          {verify.data && <RunVerification run={run} verification={{ ...verify.data, before: null }} />}
          {verify.error && (
            <Notice tone="danger" title="It could not be measured">
              <p>{verify.error.message}</p>
            </Notice>
          )}
        </div>
      )}
    </>
  );
}
