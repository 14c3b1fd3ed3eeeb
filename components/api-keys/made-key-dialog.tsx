import { AlertDialog, AlertDialogClose, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import type { MadeKey } from "@/lib/api-keys/types";

/** The one time that a key is on a screen. */
export function MadeKeyDialog({ made, onClose }: { made: MadeKey; onClose: () => void }) {
  return (
    <AlertDialog open onOpenChange={onClose}>
      <AlertDialogContent
        title={`The key of ${made.name}`}
        description="Copy it now and give it to the caller: it is shown this once. Plumbline keeps only its hash, so whoever loses it needs another."
        footer={<AlertDialogClose render={<Button variant="primary">I have kept it</Button>} />}
      >
        <div className="flex flex-col gap-3">
          <CodeBlock code={made.key} language="API key" />
          <p className="text-muted-foreground">
            The caller sends it with every call, in the header{" "}
            <code className="font-mono text-xs">Authorization: Bearer …</code>
          </p>
        </div>
      </AlertDialogContent>
    </AlertDialog>
  );
}
