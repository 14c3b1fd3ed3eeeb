import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { rotateKeyAction } from "@/app/(console)/settings/api-keys/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ListedKey, MadeKey } from "@/lib/api-keys/types";
import { numberFault } from "./number-fault";
import { WholeNumberField } from "./whole-number-field";

interface RotateDialogProps {
  apiKey: ListedKey;
  onMade: (made: MadeKey) => void;
  onClose: () => void;
}

/** Another secret for the same caller, and the time that the caller has to take it. */
export function RotateDialog({ apiKey, onMade, onClose }: RotateDialogProps) {
  const client = useQueryClient();
  const [grace, setGrace] = useState("60");
  const [shown, setShown] = useState(false);
  const fault = numberFault(grace, { min: 0, max: 43_200 });
  const rotate = useMutation({
    mutationFn: () => act(rotateKeyAction({ id: apiKey.id, graceMinutes: Number(grace) })),
    onSuccess: async (made) => {
      onMade(made);
      await client.invalidateQueries({ queryKey: ["api-keys"] });
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    if (!fault && !rotate.isPending) rotate.mutate();
  }

  return (
    <AlertDialog open onOpenChange={() => !rotate.isPending && onClose()}>
      <AlertDialogContent
        title={`Rotate the key of ${apiKey.name}?`}
        description="It gets another secret and keeps its name, scopes and limit. The one before the present one, if it is still good, ends at once."
        footer={
          <>
            <AlertDialogClose render={<Button disabled={rotate.isPending}>Cancel</Button>} />
            <Button type="submit" form="rotate-key" variant="primary" pending={rotate.isPending}>
              Rotate
            </Button>
          </>
        }
      >
        <form id="rotate-key" onSubmit={submit} noValidate className="flex flex-col gap-3">
          <WholeNumberField
            label="Minutes that the old key stays good"
            hint="0 ends it at once. Give the caller time to take the new one."
            value={grace}
            onChange={setGrace}
            error={shown ? fault : undefined}
          />
          {rotate.error && (
            <Notice tone="danger" title="The key was not rotated">
              <p>{rotate.error.message}</p>
            </Notice>
          )}
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
