import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Plan } from "@/lib/plans/types";
import { usePreviewAgain } from "./use-preview-again";

/** The way on from a preview that no longer holds. */
export function PreviewAgainButton({ plan, className }: { plan: Plan; className?: string }) {
  const again = usePreviewAgain(plan);
  const busy = again.isPending || again.isSuccess;
  return (
    <div className={className}>
      <Button pending={busy} onClick={() => again.mutate(plan.narrowing)}>
        {!busy && <RotateCw aria-hidden />}
        Preview again
      </Button>
      {again.error && (
        <p role="alert" className="pt-1 text-danger">
          {again.error.message}
        </p>
      )}
    </div>
  );
}
