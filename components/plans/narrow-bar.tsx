import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import type { Plan, PlanItem } from "@/lib/plans/types";
import { without } from "./narrow";
import { usePreviewAgain } from "./use-preview-again";

interface NarrowBarProps {
  plan: Plan;
  chosen: PlanItem["key"][];
  onClear(): void;
}

/** What can be done with rows that were chosen in the work list: a preview of these, or of all but these. */
export function NarrowBar({ plan, chosen, onClear }: NarrowBarProps) {
  const again = usePreviewAgain(plan);
  const busy = again.isPending || again.isSuccess;
  const rest = without(plan.narrowing, chosen);
  const one = chosen.length === 1;
  return (
    <fieldset className="flex w-full flex-wrap items-center gap-2 rounded-md bg-primary-soft px-3 py-2">
      <legend className="sr-only">Chosen rows</legend>
      <p role="status" className="mr-auto">
        {formatNumber(chosen.length)} {one ? "row" : "rows"} chosen. Nothing changes by choosing.
      </p>
      <Button size="sm" variant="primary" pending={busy} onClick={() => again.mutate({ only: chosen })}>
        Preview again with {one ? "this row" : `these ${formatNumber(chosen.length)} rows`}
      </Button>
      {rest && (
        <Button size="sm" disabled={busy} onClick={() => again.mutate(rest)}>
          Preview again without {one ? "it" : "them"}
        </Button>
      )}
      <Button size="sm" variant="ghost" disabled={busy} onClick={onClear}>
        Clear
      </Button>
      {again.error && (
        <p role="alert" className="w-full text-danger">
          {again.error.message}
        </p>
      )}
    </fieldset>
  );
}
