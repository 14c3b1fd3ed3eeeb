import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { removeProbeAction } from "@/app/(console)/probes/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";

export function RemoveProbeButton({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => act(removeProbeAction({ id })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["probes"] });
      toast(`“${name}” was removed.`);
    },
  });
  return (
    <>
      <Button size="sm" aria-label={`Remove ${name}`} onClick={() => setOpen(true)}>
        Remove
      </Button>
      <AlertDialog open={open} onOpenChange={(next) => !remove.isPending && setOpen(next)}>
        <AlertDialogContent
          title={`Remove “${name}”?`}
          description="It is tried no more, and its results go. Its statements stay in the audit history."
          footer={
            <>
              <AlertDialogClose render={<Button disabled={remove.isPending}>Cancel</Button>} />
              <Button variant="danger" pending={remove.isPending} onClick={() => remove.mutate()}>
                Remove
              </Button>
            </>
          }
        >
          {remove.error && (
            <Notice tone="danger" title="It was not removed">
              <p>{remove.error.message}</p>
            </Notice>
          )}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
