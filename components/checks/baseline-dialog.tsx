import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { takeBaselineAction } from "@/app/(console)/checks/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { reasonFault } from "@/components/ui/reason-fault";
import { ReasonField } from "@/components/ui/reason-field";
import { toast } from "@/components/ui/toast";
import type { Baseline } from "@/lib/triage/get-baseline";
import type { TakeBaselineInput } from "@/lib/triage/take-baseline";
import { checksQuery } from "./queries";

interface BaselineDialogProps {
  known: TakeBaselineInput["known"];
  baseline: Baseline | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks why, and says what will no longer count, or will count again. */
export function BaselineDialog({ known, baseline, open, onOpenChange }: BaselineDialogProps) {
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const { data: checks } = useQuery(checksQuery);
  const client = useQueryClient();
  const fault = reasonFault(reason);
  const take = useMutation({
    mutationFn: () => act(takeBaselineAction({ known, reason })),
    onSuccess: async ({ findings }) => {
      await client.invalidateQueries();
      onOpenChange(false);
      setReason("");
      setShown(false);
      toast(
        known === "today"
          ? `${formatCount(findings, "finding is", "findings are")} known.`
          : "Everything counts again.",
      );
    },
  });
  const failing = checks?.reduce((sum, { findings }) => sum + findings.failing, 0);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (fault) event.currentTarget.querySelector("textarea")?.focus();
    else if (!take.isPending) take.mutate();
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !take.isPending && onOpenChange(next)}>
      <AlertDialogContent
        title={known === "today" ? "Take everything that fails today as known?" : "Count everything again?"}
        description={
          known === "today"
            ? `${failing === undefined ? "Whatever fails" : formatCount(failing, "failing finding")} will no longer count, for anybody, until the baseline is removed; what grows counts again.${baseline ? " The baseline before is replaced." : ""} Nothing in the database is repaired by it.`
            : `${formatCount(baseline?.findings ?? 0, "known finding")} will count again, for everybody, as far as they still fail.`
        }
        footer={
          <>
            <AlertDialogClose render={<Button disabled={take.isPending}>Cancel</Button>} />
            <Button type="submit" form="take-baseline" variant="primary" pending={take.isPending}>
              {known === "today" ? "Take as known" : "Count everything"}
            </Button>
          </>
        }
      >
        <form id="take-baseline" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <ReasonField value={reason} onChange={setReason} error={shown ? fault : undefined} />
          {take.error && (
            <Notice tone="danger" title="Nothing was changed">
              <p>{take.error.message}</p>
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
