import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { setAnyoneAction } from "@/app/(console)/settings/api-keys/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { reasonFault } from "@/components/ui/reason-fault";
import { ReasonField } from "@/components/ui/reason-field";
import { toast } from "@/components/ui/toast";
import type { SetAnyoneInput } from "@/lib/api-keys/set-anyone";
import type { ApiKeysPage } from "@/lib/api-keys/types";
import { callsAMinute, numberFault } from "./number-fault";
import { ScopeChoices } from "./scope-choices";
import { WholeNumberField } from "./whole-number-field";

/** Which scopes need no key. None is the rule. */
export function AnyoneDialog({ page, onClose }: { page: ApiKeysPage; onClose: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(page.open.map(({ scope }) => scope));
  const [rate, setRate] = useState(String(page.open[0]?.ratePerMinute ?? 60));
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const faults = { rate: numberFault(rate, callsAMinute), reason: reasonFault(reason) };
  const set = useMutation({
    mutationFn: () => {
      const scopes = chosen as SetAnyoneInput["scopes"];
      return act(setAnyoneAction({ scopes, ratePerMinute: Number(rate), reason }));
    },
    onSuccess: async ({ scopes }) => {
      await client.invalidateQueries({ queryKey: ["api-keys"] });
      toast(scopes.length === 0 ? "Every caller needs a key." : "Callers without a key are let in.");
      onClose();
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (!faults.rate && !faults.reason && !set.isPending) set.mutate();
  }

  return (
    <AlertDialog open onOpenChange={() => !set.isPending && onClose()}>
      <AlertDialogContent
        title="What may callers without a key do?"
        description="Whoever reaches this server may do it, and the audit history cannot say who did. Choose nothing, and every caller needs a key."
        footer={
          <>
            <AlertDialogClose render={<Button disabled={set.isPending}>Cancel</Button>} />
            <Button
              type="submit"
              form="anyone"
              variant={chosen.length > 0 ? "danger" : "primary"}
              pending={set.isPending}
            >
              {chosen.length > 0 ? "Let them in" : "Ask everybody for a key"}
            </Button>
          </>
        }
      >
        <form id="anyone" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <ScopeChoices
            legend="Without a key"
            scopes={page.scopes.filter(({ isOpenable }) => isOpenable)}
            chosen={chosen}
            onChange={setChosen}
          />
          <WholeNumberField
            label="Calls a minute, from each address"
            hint="More are refused until the next minute."
            value={rate}
            onChange={setRate}
            error={shown ? faults.rate : undefined}
          />
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
