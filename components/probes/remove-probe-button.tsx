import { removeProbeAction } from "@/app/(console)/probes/actions";
import { act } from "@/components/shell/act";
import { RemoveButton } from "@/components/shell/remove-button";

export function RemoveProbeButton({ id, name }: { id: string; name: string }) {
  return (
    <RemoveButton
      name={name}
      consequence="It is tried no more, and its results go. Its statements stay in the audit history."
      remove={() => act(removeProbeAction({ id }))}
      queryKey={["probes"]}
    />
  );
}
