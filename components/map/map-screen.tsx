"use client";

import { useQuery } from "@tanstack/react-query";
import { Database } from "lucide-react";
import Link from "next/link";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { MapSkeleton } from "./map-skeleton";
import { MapViews } from "./map-views";
import { mapQuery } from "./queries";

export function MapScreen() {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(mapQuery);
  return (
    <>
      <PageHeader
        title="Map"
        description="The tables of the connected database and which of them refer to which."
        actions={
          <Link href="/references" className={buttonVariants()}>
            Undeclared references
          </Link>
        }
      />
      <PageBody wide>
        {isPending && <MapSkeleton />}
        {isError && !data && (
          <Card>
            <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
          </Card>
        )}
        {data?.tables.length === 0 && (
          <Card>
            <EmptyState
              icon={Database}
              title="The connected database has no tables"
              description="The map shows them as soon as there are some."
            />
          </Card>
        )}
        {data && data.tables.length > 0 && <MapViews map={data} />}
      </PageBody>
    </>
  );
}
