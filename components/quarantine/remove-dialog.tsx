import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { purgeRunAction } from "@/app/(console)/quarantine/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { reasonFault } from "@/components/ui/reason-fault";
import { Textarea } from "@/components/ui/textarea";
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
          <Field label="Reason" hint="It is kept in the audit history." error={shown ? faults.reason : undefined}>
            {(control) => (
              <Textarea
                {...control}
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Field label={`Type “${images.phrase}” to confirm`} error={shown ? faults.phrase : undefined}>
            {(control) => (
              <Input
                {...control}
                value={phrase}
                onValueChange={setPhrase}
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-xs"
              />
            )}
          </Field>
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
