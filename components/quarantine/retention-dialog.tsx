import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { setRetentionAction } from "@/app/(console)/quarantine/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { reasonFault } from "@/components/ui/reason-fault";
import { ReasonField } from "@/components/ui/reason-field";
import { toast } from "@/components/ui/toast";
import type { Retention } from "@/lib/quarantine/types";

interface RetentionDialogProps {
  retention: Retention;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** For how long rows stay; an empty field keeps them for good. */
export function RetentionDialog({ retention, open, onOpenChange }: RetentionDialogProps) {
  const client = useQueryClient();
  const [days, setDays] = useState(retention.keepDays?.toString() ?? "");
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const keepDays = days.trim() === "" ? null : Number(days);
  const faults = {
    days: keepDays === null || Number.isInteger(keepDays) ? undefined : "Give a whole number of days, or nothing.",
    reason: reasonFault(reason),
  };
  const set = useMutation({
    mutationFn: () => act(setRetentionAction({ keepDays, reason })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["quarantine"] });
      toast(keepDays === null ? "Rows are kept for good." : "The retention is set.");
      onOpenChange(false);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (!faults.days && !faults.reason && !set.isPending) set.mutate();
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !set.isPending && onOpenChange(next)}>
      <AlertDialogContent
        title="How long are rows kept?"
        description={`A run whose rows are gone cannot be undone. Where the time becomes shorter, nothing goes for ${retention.warningDays} days, and this page names the runs until then.`}
        footer={
          <>
            <AlertDialogClose render={<Button disabled={set.isPending}>Cancel</Button>} />
            <Button type="submit" form="retention" variant="primary" pending={set.isPending}>
              Set
            </Button>
          </>
        }
      >
        <form id="retention" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <Field label="Days after the run" hint="Empty: for good." error={shown ? faults.days : undefined}>
            {(control) => (
              <Input {...control} inputMode="numeric" value={days} onValueChange={setDays} autoComplete="off" />
            )}
          </Field>
          <ReasonField value={reason} onChange={setReason} error={shown ? faults.reason : undefined} />
          {set.error && (
            <Notice tone="danger" title="Nothing was changed">
              <p>{set.error.message}</p>
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
