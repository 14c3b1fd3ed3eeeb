import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { createKeyAction } from "@/app/(console)/settings/api-keys/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ApiKeysPage, MadeKey } from "@/lib/api-keys/types";
import { callsAMinute, numberFault } from "./number-fault";
import { ScopeChoices } from "./scope-choices";
import { WholeNumberField } from "./whole-number-field";

interface CreateDialogProps {
  scopes: ApiKeysPage["scopes"];
  onMade: (made: MadeKey) => void;
  onClose: () => void;
}

/** Who it is for, what it is good for, and how often. */
export function CreateDialog({ scopes, onMade, onClose }: CreateDialogProps) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<ApiKeysPage["scopes"][number]["name"][]>([]);
  const [rate, setRate] = useState("600");
  const [shown, setShown] = useState(false);
  const faults = {
    name: name.trim() === "" ? "Name the caller." : undefined,
    scopes: chosen.length === 0 ? "Choose at least one." : undefined,
    rate: numberFault(rate, callsAMinute),
  };
  const create = useMutation({
    mutationFn: () => act(createKeyAction({ name, scopes: chosen, ratePerMinute: Number(rate) })),
    onSuccess: async (made) => {
      onMade(made);
      await client.invalidateQueries({ queryKey: ["api-keys"] });
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    const isFine = !faults.name && !faults.scopes && !faults.rate;
    if (isFine && !create.isPending) create.mutate();
  }

  return (
    <AlertDialog open onOpenChange={() => !create.isPending && onClose()}>
      <AlertDialogContent
        title="A new API key"
        description="Give it to one caller, for what that caller does and nothing else."
        footer={
          <>
            <AlertDialogClose render={<Button disabled={create.isPending}>Cancel</Button>} />
            <Button type="submit" form="new-key" variant="primary" pending={create.isPending}>
              Make the key
            </Button>
          </>
        }
      >
        <form id="new-key" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <Field
            label="Name"
            hint="Of the caller, as the audit history will say it."
            error={shown ? faults.name : undefined}
          >
            {(control) => <Input {...control} value={name} maxLength={80} onValueChange={setName} autoComplete="off" />}
          </Field>
          <ScopeChoices
            legend="Good for"
            scopes={scopes}
            chosen={chosen}
            onChange={setChosen}
            error={shown ? faults.scopes : undefined}
          />
          <WholeNumberField
            label="Calls a minute"
            hint="More are refused until the next minute, whichever server they reach."
            value={rate}
            onChange={setRate}
            error={shown ? faults.rate : undefined}
          />
          {create.error && (
            <Notice tone="danger" title="No key was made">
              <p>{create.error.message}</p>
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
