import { useQuery } from "@tanstack/react-query";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { draftOf, emptyDraft } from "./probe-draft";
import { ProbeEditor } from "./probe-editor";
import { ProbeList } from "./probe-list";
import { probesQuery } from "./queries";
import { newProbe } from "./use-probes-view";

export interface ProbesTabProps {
  email: string;
  mayTry: boolean;
  mayWrite: boolean;
  /** The id of the probe in the editor, or that it is a new one; null while the list is shown. */
  edit: string | null;
  onEdit: (edit: string | null) => void;
}

/** All probes, or one of those that were written in the editor. */
export function ProbesTab({ email, mayTry, mayWrite, edit, onEdit }: ProbesTabProps) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(probesQuery(null));
  if (isPending) return <ListSkeleton label="Reading the probes" />;
  if (isError && !data) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  if (!mayWrite || edit === null)
    return <ProbeList probes={data} mayTry={mayTry} mayWrite={mayWrite} onEdit={onEdit} />;
  if (edit === newProbe) return <ProbeEditor probe={null} draft={emptyDraft(email)} onClose={() => onEdit(null)} />;
  const edited = data.find(({ id }) => id === edit);
  if (edited?.written) {
    const { changedAt } = edited.written;
    return (
      <ProbeEditor key={edit} probe={{ id: edit, changedAt }} draft={draftOf(edited)} onClose={() => onEdit(null)} />
    );
  }
  return (
    <Card>
      <EmptyState
        title="There is no such probe to change"
        description="Somebody removed it, or it is one of the documents’."
        action={<Button onClick={() => onEdit(null)}>Back to the list</Button>}
      />
    </Card>
  );
}
