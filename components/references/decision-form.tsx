import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { adoptReferenceAction, rejectReferenceAction } from "@/app/(console)/references/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ReasonField } from "@/components/ui/reason-field";

const words = {
  adopted: {
    action: adoptReferenceAction,
    submit: "Adopt",
    hint: "From the next scan on, rows that name no parent are a finding. Everybody sees the reason.",
    failed: "It was not adopted",
  },
  rejected: {
    action: rejectReferenceAction,
    submit: "Reject",
    hint: "Its findings go, and no scan checks its rows any more. Everybody sees the reason.",
    failed: "It was not rejected",
  },
} as const;

interface DecisionFormProps {
  id: string;
  decision: keyof typeof words;
  label: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks why. */
export function DecisionForm({ id, decision, label, onDone, onCancel }: DecisionFormProps) {
  const { action, submit, hint, failed } = words[decision];
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const fault = reason.trim() === "" ? "Say why, in a few words." : undefined;
  const decide = useMutation({ mutationFn: () => act(action({ id, reason })), onSuccess: onDone });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (fault) event.currentTarget.querySelector("textarea")?.focus();
    else decide.mutate();
  }

  return (
    <form
      onSubmit={onSubmit}
      noValidate
      aria-label={`${submit} ${label}`}
      className="flex w-full max-w-xl flex-col gap-3"
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        error={shown ? fault : undefined}
        hint={hint}
        maxLength={1000}
        autoFocus
      />
      {decide.error && (
        <Notice tone="danger" title={failed}>
          <p>{decide.error.message}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={decide.isPending}>
          {submit}
        </Button>
        <Button onClick={onCancel} disabled={decide.isPending}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
