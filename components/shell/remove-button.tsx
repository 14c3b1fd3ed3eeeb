import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";

interface RemoveButtonProps {
  name: string;
  /** What goes with it, and what stays. */
  consequence: string;
  remove(): Promise<unknown>;
  /** The queries that show it. */
  queryKey: string[];
}

/** Removes something that people wrote, after they have read what goes with it. */
export function RemoveButton({ name, consequence, remove, queryKey }: RemoveButtonProps) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey });
      toast(`“${name}” was removed.`);
    },
  });
  return (
    <>
      <Button size="sm" aria-label={`Remove ${name}`} onClick={() => setOpen(true)}>
        Remove
      </Button>
      <AlertDialog open={open} onOpenChange={(next) => !removal.isPending && setOpen(next)}>
        <AlertDialogContent
          title={`Remove “${name}”?`}
          description={consequence}
          footer={
            <>
              <AlertDialogClose render={<Button disabled={removal.isPending}>Cancel</Button>} />
              <Button variant="danger" pending={removal.isPending} onClick={() => removal.mutate()}>
                Remove
              </Button>
            </>
          }
        >
          {removal.error && (
            <Notice tone="danger" title="It was not removed">
              <p>{removal.error.message}</p>
            </Notice>
          )}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
