import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { purgeRunAction } from "@/app/(console)/quarantine/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { PhraseField } from "@/components/ui/phrase-field";
import { reasonFault } from "@/components/ui/reason-fault";
import { ReasonField } from "@/components/ui/reason-field";
import { toast } from "@/components/ui/toast";
import type { RunImages } from "@/lib/quarantine/types";

interface RemoveDialogProps {
  images: RunImages;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** There is no way back from this one, so it asks for the phrase. */
export function RemoveDialog({ images, open, onOpenChange }: RemoveDialogProps) {
  const client = useQueryClient();
  const [phrase, setPhrase] = useState("");
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const faults = {
    phrase: phrase.trim() === images.phrase ? undefined : "Type it exactly as it stands there.",
    reason: reasonFault(reason),
  };
  const remove = useMutation({
    mutationFn: () => act(purgeRunAction({ runId: images.runId, phrase, reason })),
    onSuccess: async () => {
      for (const key of ["quarantine", "run", "runs", "audit"]) await client.invalidateQueries({ queryKey: [key] });
      toast("The rows left quarantine.");
      onOpenChange(false);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (!faults.phrase && !faults.reason && !remove.isPending) remove.mutate();
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !remove.isPending && onOpenChange(next)}>
      <AlertDialogContent
        title="Remove these rows from quarantine?"
        description={`${formatCount(images.images, "row")} of the run “${images.repairTitle}” on ${images.table.schema}.${images.table.name} go for good. The run can then no longer be undone, by anybody.`}
        footer={
          <>
            <AlertDialogClose render={<Button disabled={remove.isPending}>Cancel</Button>} />
            <Button type="submit" form="remove-images" variant="danger" pending={remove.isPending}>
              Remove
            </Button>
          </>
        }
      >
        <form id="remove-images" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <ReasonField value={reason} onChange={setReason} error={shown ? faults.reason : undefined} />
          <PhraseField
            phrase={images.phrase}
            value={phrase}
            onChange={setPhrase}
            error={shown ? faults.phrase : undefined}
          />
          {remove.error && (
            <Notice tone="danger" title="Nothing was removed">
              <p>{remove.error.message}</p>
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
