import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { dismissFindingAction } from "@/app/(console)/findings/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { reasonFault } from "@/components/ui/reason-fault";
import { ReasonField } from "@/components/ui/reason-field";
import { Select } from "@/components/ui/select";

const terms = [
  { value: "7", label: "For a week" },
  { value: "30", label: "For 30 days" },
  { value: "90", label: "For 90 days" },
  { value: "always", label: "Until somebody takes it back" },
] as const;

interface DismissFormProps {
  findingId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks why, and for how long. */
export function DismissForm({ findingId, onDone, onCancel }: DismissFormProps) {
  const [reason, setReason] = useState("");
  const [term, setTerm] = useState<(typeof terms)[number]["value"]>("30");
  const [shown, setShown] = useState(false);
  const fault = reasonFault(reason);
  const dismiss = useMutation({
    mutationFn: () => act(dismissFindingAction({ findingId, reason, days: term === "always" ? null : Number(term) })),
    onSuccess: onDone,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (fault) event.currentTarget.querySelector("textarea")?.focus();
    else dismiss.mutate();
  }

  return (
    <form onSubmit={submit} noValidate aria-label="Dismiss the finding" className="flex w-full flex-col gap-3">
      <ReasonField
        value={reason}
        onChange={setReason}
        error={shown ? fault : undefined}
        hint="Everybody sees it, and it is kept in the audit history."
      />
      <Field label="How long">
        {(control) => <Select {...control} options={terms} value={term} onValueChange={setTerm} />}
      </Field>
      {dismiss.error && (
        <Notice tone="danger" title="It was not dismissed">
          <p>{dismiss.error.message}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={dismiss.isPending}>
          Dismiss
        </Button>
        <Button onClick={onCancel} disabled={dismiss.isPending}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
