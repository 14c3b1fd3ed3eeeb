import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { runProbesAction } from "@/app/(console)/probes/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

interface TryProbesButtonProps {
  /** A playbook or a probe; all of them where null. */
  probe: string | null;
  label: string;
  /** Where several buttons of a page say the same. */
  spoken?: string;
  size?: "sm" | "md";
  disabled?: boolean;
}

/** Tries probes now, for real, and rolls them back. */
export function TryProbesButton({ probe, label, spoken, size = "sm", disabled }: TryProbesButtonProps) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: () => act(runProbesAction({ probe })),
    onSuccess: async (tried) => {
      await client.invalidateQueries({ queryKey: ["probes"] });
      const red = tried.filter(({ result }) => result.status === "red").length;
      const unknown = tried.filter(({ result }) => result.status === "not_checked").length;
      toast(`${tried.length - red - unknown} green, ${red} red, ${unknown} not checked. Nothing was kept.`);
    },
    onError: ({ message }) => toast(message),
  });
  return (
    <Button size={size} aria-label={spoken} pending={run.isPending} disabled={disabled} onClick={() => run.mutate()}>
      {!run.isPending && <FlaskConical aria-hidden />}
      {label}
    </Button>
  );
}
