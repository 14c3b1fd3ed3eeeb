import { removeCheckAction } from "@/app/(console)/checks/actions";
import { act } from "@/components/shell/act";
import { RemoveButton } from "@/components/shell/remove-button";

export function RemoveCheckButton({ id, name }: { id: string; name: string }) {
  return (
    <RemoveButton
      name={name}
      consequence="The next scan no longer measures it, and its finding goes. Its SQL stays in the audit history."
      remove={() => act(removeCheckAction({ id }))}
      queryKey={["checks"]}
    />
  );
}
