import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { removeCheckAction } from "@/app/(console)/checks/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";

export function RemoveCheckButton({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => act(removeCheckAction({ id })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["checks"] });
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
          description="The next scan no longer measures it, and its finding goes. Its SQL stays in the audit history."
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
