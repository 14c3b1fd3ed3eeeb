import { useQuery } from "@tanstack/react-query";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { WrittenCheck } from "@/lib/check-library/types";
import { draftOf, emptyDraft } from "./check-draft";
import { CheckEditor } from "./check-editor";
import { writtenChecksQuery } from "./queries";
import { newCheck } from "./use-checks-view";
import { WrittenList } from "./written-list";

interface WrittenTabProps {
  email: string;
  mayWrite: boolean;
  /** The id of the check in the editor, or that it is a new one; null while the list is shown. */
  edit: string | null;
  onEdit: (edit: string | null) => void;
}

/** The checks that people wrote, or one of them in the editor. */
export function WrittenTab({ email, mayWrite, edit, onEdit }: WrittenTabProps) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(writtenChecksQuery);
  if (isPending) return <ListSkeleton label="Reading the checks" />;
  if (isError && !data) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  const edited = data.find(({ id, source }) => id === edit && source === "page");
  if (mayWrite && edit === newCheck)
    return <CheckEditor check={null} draft={emptyDraft(email)} onClose={() => onEdit(null)} />;
  if (mayWrite && edited)
    return (
      <CheckEditor key={edited.id} check={versionOf(edited)} draft={draftOf(edited)} onClose={() => onEdit(null)} />
    );
  if (mayWrite && edit !== null)
    return (
      <Card>
        <EmptyState
          title="There is no such check to change"
          description="Somebody removed it, or it stands in a file of the repository."
          action={<Button onClick={() => onEdit(null)}>Back to the list</Button>}
        />
      </Card>
    );
  return <WrittenList checks={data} mayWrite={mayWrite} onEdit={onEdit} />;
}

function versionOf({ id, changedAt }: WrittenCheck) {
  return { id, changedAt };
}
