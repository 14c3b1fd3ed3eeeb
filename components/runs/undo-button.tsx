import { useMutation } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId } from "react";
import { previewUndoAction } from "@/app/(console)/runs/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import type { Run } from "@/lib/runs/types";

/** Leads to the preview of the undo, or says why there is none. */
export function UndoButton({ run, mayRepair }: { run: Run; mayRepair: boolean }) {
  const id = useId();
  const router = useRouter();
  const undo = useMutation({
    mutationFn: () => act(previewUndoAction({ runId: run.id })),
    onSuccess: ({ planId }) => router.push(`/plans/${planId}`),
  });
  const refusal = mayRepair ? run.undoRefusal : "You are signed in as a viewer; operators undo runs.";
  const note = undo.error?.message ?? refusal;
  const busy = undo.isPending || undo.isSuccess;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        disabled={refusal !== null}
        aria-describedby={note ? id : undefined}
        pending={busy}
        onClick={() => undo.mutate()}
      >
        {!busy && <Undo2 aria-hidden />}
        Preview the undo
      </Button>
      {note && (
        <p
          id={id}
          role={undo.error ? "alert" : undefined}
          className={undo.error ? "text-danger" : "text-muted-foreground"}
        >
          {note}
        </p>
      )}
    </div>
  );
}
