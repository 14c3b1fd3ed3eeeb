"use client";

import { useQuery } from "@tanstack/react-query";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { PlaybookCard } from "./playbook-card";
import { playbooksQuery } from "./queries";

const places = ["a", "b", "c", "d", "e"];

export function PlaybooksScreen() {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(playbooksQuery);
  return (
    <>
      <PageHeader
        title="Playbooks"
        description="Documented incidents: what went wrong, what is measured now, and the repairs in the order that stops the bleeding first."
      />
      <PageBody wide>
        {isError && !data && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        <div className="grid gap-3 lg:grid-cols-2" aria-busy={isPending}>
          {isPending && places.map((place) => <Card key={place} className="h-37" />)}
          {data?.map((playbook) => (
            <PlaybookCard key={playbook.slug} playbook={playbook} />
          ))}
        </div>
      </PageBody>
    </>
  );
}
