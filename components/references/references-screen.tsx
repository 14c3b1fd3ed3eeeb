"use client";

import { useQuery } from "@tanstack/react-query";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatNumber } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { referencesQuery } from "./queries";
import { inState, useStateFilter } from "./reference-filter";
import { ReferenceItem } from "./reference-item";
import { ReferencesEmpty } from "./references-empty";

const states = [
  ["any", "All"],
  ["suggested", "Suggested"],
  ["adopted", "Adopted"],
  ["rejected", "Rejected"],
] as const;

export function ReferencesScreen({ mayDecide }: { mayDecide: boolean }) {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(referencesQuery);
  const [state, setState] = useStateFilter();
  const shown = data ? inState(data, state) : [];
  return (
    <>
      <PageHeader
        title="References"
        description="Columns that look like a reference which no foreign key declares. The sure ones are checked; the others wait for a decision."
      />
      <PageBody className="max-w-5xl">
        <div className="flex flex-wrap items-center gap-3">
          <Select
            aria-label="State"
            options={states.map(([value, label]) => ({
              value,
              label: data ? `${label} (${formatNumber(inState(data, value).length)})` : label,
            }))}
            value={state}
            onValueChange={setState}
            className="w-44"
          />
          {!mayDecide && (
            <p className="text-muted-foreground">Operators can adopt and reject; you are signed in as a viewer.</p>
          )}
        </div>
        {isPending && <ListSkeleton label="Reading the references" />}
        {isError && !data && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {data && shown.length === 0 && <ReferencesEmpty filtered={state !== "any"} onClear={() => setState("any")} />}
        {shown.length > 0 && (
          <ul className="flex flex-col gap-3">
            {shown.map((reference) => (
              <ReferenceItem key={reference.id} reference={reference} mayDecide={mayDecide} />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  );
}
