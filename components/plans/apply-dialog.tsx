import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { applyPlanAction } from "@/app/(console)/plans/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PhraseField } from "@/components/ui/phrase-field";
import { ReasonField } from "@/components/ui/reason-field";
import type { Plan } from "@/lib/plans/types";
import { type Confirmation, confirmationFaults } from "./confirmation-faults";
import { PreviewAgainButton } from "./preview-again-button";

interface ApplyDialogProps {
  plan: Plan;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onStarted?: (runId: string) => void;
}

/** Asks for a reason, and for the typed phrase where the damage could be great. */
export function ApplyDialog({ plan, open, onOpenChange, onStarted }: ApplyDialogProps) {
  const router = useRouter();
  const [given, setGiven] = useState<Confirmation>({ reason: "", phrase: "" });
  const [shown, setShown] = useState(false);
  const faults = confirmationFaults(plan.confirmation, given);
  const apply = useMutation({
    mutationFn: () => act(applyPlanAction({ planId: plan.id, hash: plan.hash, ...given })),
    onSuccess: ({ runId }) => (onStarted ? onStarted(runId) : router.push(`/runs/${runId}`)),
  });
  const busy = apply.isPending || apply.isSuccess;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (faults.reason) focusOn(event.currentTarget, "reason");
    else if (faults.phrase) focusOn(event.currentTarget, "phrase");
    else if (!busy) apply.mutate();
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !busy && onOpenChange(next)}>
      <AlertDialogContent
        title={`${plan.repairTitle}?`}
        description={plan.summary}
        footer={
          <>
            <AlertDialogClose render={<Button disabled={busy}>Cancel</Button>} />
            <Button
              type="submit"
              form="apply-plan"
              variant={plan.confirmation.kind === "phrase" ? "danger" : "primary"}
              pending={busy}
            >
              Apply
            </Button>
          </>
        }
      >
        <form id="apply-plan" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <ReasonField
            value={given.reason}
            onChange={(reason) => setGiven({ ...given, reason })}
            error={shown ? faults.reason : undefined}
            hint="It is kept in the audit history with every row."
          />
          {plan.confirmation.phrase !== null && (
            <PhraseField
              phrase={plan.confirmation.phrase}
              value={given.phrase}
              onChange={(phrase) => setGiven({ ...given, phrase })}
              error={shown ? faults.phrase : undefined}
            />
          )}
          {apply.error && (
            <Notice tone="danger" title="Nothing was started">
              <p>{apply.error.message}</p>
              <PreviewAgainButton plan={plan} className="mt-1.5 self-start" />
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}

function focusOn(form: HTMLFormElement, name: keyof Confirmation) {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
