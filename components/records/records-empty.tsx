import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { RecordDefinition } from "@/lib/records/define";
import type { RecordView, SetRecordView } from "./use-record-view";

interface RecordsEmptyProps {
  record: RecordDefinition;
  view: RecordView;
  setView: SetRecordView;
}

/** Says why there is nothing: nothing matches, nothing is left on this page, or the table has no rows. */
export function RecordsEmpty({ record, view, setView }: RecordsEmptyProps) {
  if (view.q !== "" || view.filter.length > 0) {
    return (
      <EmptyState
        title={`No ${record.noun} matches`}
        description="Nothing in the table fits the search and the filters together."
        action={
          <Button onClick={() => setView({ q: null, filter: null, cursor: null })}>Clear search and filters</Button>
        }
      />
    );
  }
  if (view.cursor) {
    return (
      <EmptyState
        title="Nothing is left on this page"
        description="Its records have changed or gone since."
        action={<Button onClick={() => setView({ cursor: null })}>First page</Button>}
      />
    );
  }
  return <EmptyState title={`${record.table} has no rows`} description="The table was read and is empty." />;
}
