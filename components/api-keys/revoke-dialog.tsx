import { useMutation, useQueryClient } from "@tanstack/react-query";
import { revokeKeyAction } from "@/app/(console)/settings/api-keys/actions";
import { act } from "@/components/shell/act";
import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ListedKey } from "@/lib/api-keys/types";

/** There is no way back: a caller who needs one again gets a new key. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ListedKey; onClose: () => void }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => act(revokeKeyAction({ id: apiKey.id })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["api-keys"] });
      toast(`The key of ${apiKey.name} is revoked.`);
      onClose();
    },
  });
  return (
    <AlertDialog open onOpenChange={() => !revoke.isPending && onClose()}>
      <AlertDialogContent
        title={`Revoke the key of ${apiKey.name}?`}
        description="Every server refuses it from the next call on, for good. A caller who still needs one gets a new key."
        footer={
          <>
            <AlertDialogClose render={<Button disabled={revoke.isPending}>Cancel</Button>} />
            <Button variant="danger" pending={revoke.isPending} onClick={() => revoke.mutate()}>
              Revoke
            </Button>
          </>
        }
      >
        {revoke.error && (
          <Notice tone="danger" title="The key was not revoked">
            <p>{revoke.error.message}</p>
          </Notice>
        )}
      </AlertDialogContent>
    </AlertDialog>
  );
}
