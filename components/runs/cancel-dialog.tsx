import { useMutation } from "@tanstack/react-query";
import { cancelRunAction } from "@/app/(console)/runs/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SteerDialogProps } from "./steer-dialog-props";
import { whatStays } from "./what-stays";

/** Says what stays as it is by now, before a run is ended for good. */
export function CancelDialog({ run, home, open, onOpenChange, onMoved }: SteerDialogProps) {
  const cancel = useMutation({
    mutationFn: () => act(cancelRunAction({ runId: run.id })),
    onSuccess: (answer) => {
      onOpenChange(false);
      return onMoved(answer);
    },
  });
  return (
    <AlertDialog open={open} onOpenChange={(next) => !cancel.isPending && onOpenChange(next)}>
      <AlertDialogContent
        finalFocus={() => (cancel.isPending || cancel.isSuccess ? home.current : true)}
        title="Cancel this run?"
        description={whatStays(run)}
        footer={
          <>
            <AlertDialogClose render={<Button disabled={cancel.isPending}>Let it go on</Button>} />
            <Button variant="danger" pending={cancel.isPending} onClick={() => cancel.mutate()}>
              Cancel the run
            </Button>
          </>
        }
      >
        <p>A cancelled run cannot go on. To stop it for a while, pause it.</p>
        {cancel.error && (
          <Notice tone="danger" title="It was not cancelled" className="mt-3">
            <p>{cancel.error.message}</p>
          </Notice>
        )}
      </AlertDialogContent>
    </AlertDialog>
  );
}
