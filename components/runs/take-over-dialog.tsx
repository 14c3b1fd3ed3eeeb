import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { takeOverRunAction } from "@/app/(console)/runs/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { reasonFault } from "@/components/ui/reason-fault";
import { ReasonField } from "@/components/ui/reason-field";
import type { SteerDialogProps } from "./steer-dialog-props";

/** Takes a run from a worker that does not get on; the audit keeps the reason. */
export function TakeOverDialog({ run, home, open, onOpenChange, onMoved }: SteerDialogProps) {
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const fault = reasonFault(reason);
  const takeOver = useMutation({
    mutationFn: () => act(takeOverRunAction({ runId: run.id, reason })),
    onSuccess: (answer) => {
      onOpenChange(false);
      return onMoved(answer);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setShown(true);
    if (!fault && !takeOver.isPending) takeOver.mutate();
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !takeOver.isPending && onOpenChange(next)}>
      <AlertDialogContent
        finalFocus={() => (takeOver.isPending || takeOver.isSuccess ? home.current : true)}
        title="Take the run over?"
        description="Its worker says that it is alive, but does not get on. What it has under way is rolled back, and another worker goes on from the last batch or step that was done."
        footer={
          <>
            <AlertDialogClose render={<Button disabled={takeOver.isPending}>Let it go on</Button>} />
            <Button type="submit" form="take-over" variant="danger" pending={takeOver.isPending}>
              Take over
            </Button>
          </>
        }
      >
        <form id="take-over" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <ReasonField value={reason} onChange={setReason} error={shown ? fault : undefined} />
          {takeOver.error && (
            <Notice tone="danger" title="It was not taken over">
              <p>{takeOver.error.message}</p>
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
