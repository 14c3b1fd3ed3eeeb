"use client";

import { useQuery } from "@tanstack/react-query";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { IncidentRow } from "./incident-row";
import { overallHealth } from "./overall-health";
import { OverviewSkeleton } from "./overview-skeleton";
import { overviewQuery, trendsQuery } from "./queries";
import { ScanButton } from "./scan-button";
import { ScanPanel } from "./scan-panel";
import { ScoreCard } from "./score-card";
import { TableGroupCard } from "./table-group-card";
import { TrendTable } from "./trend-table";
import { useScan } from "./use-scan";

export function OverviewScreen({ mayScan }: { mayScan: boolean }) {
  const overview = useQuery(overviewQuery);
  const trends = useQuery(trendsQuery);
  const { latest, scan, running, start, cancel } = useScan();
  const { data } = overview;
  return (
    <>
      <PageHeader
        title="Overview"
        description="The state of the connected database, by incident and by group of tables."
        actions={
          <ScanButton
            mayScan={mayScan}
            running={running || start.isPending}
            cancelling={cancel.isPending || scan?.status === "cancelling"}
            onScan={() => start.mutate()}
            onCancel={running && scan ? () => cancel.mutate(scan.id) : null}
          />
        }
      />
      <PageBody wide>
        {start.error && (
          <Notice tone="danger" title="The scan did not start">
            <p>{start.error.message}</p>
          </Notice>
        )}
        {cancel.error && (
          <Notice tone="danger" title="The scan was not cancelled">
            <p>{cancel.error.message}</p>
          </Notice>
        )}
        {latest.isError && (
          <Notice tone="warning" title="The state of the latest scan could not be read">
            <p>{latest.error.message}</p>
          </Notice>
        )}
        <ScanPanel
          health={data ? overallHealth(data.playbooks, data.tableGroups) : null}
          scan={scan}
          loading={latest.isPending}
        />
        {trends.isPending && <Card className="h-14" aria-busy="true" />}
        {trends.data && <ScoreCard trends={trends.data} />}
        {trends.isError && !trends.data && (
          <Notice tone="warning" title="What changed since the last scan could not be read">
            <p>{trends.error.message}</p>
          </Notice>
        )}
        {overview.isPending && <OverviewSkeleton />}
        {overview.isError && !data && (
          <Card>
            <ErrorState
              message={overview.error.message}
              onRetry={() => overview.refetch()}
              retrying={overview.isFetching}
            />
          </Card>
        )}
        {data && (
          <>
            <section aria-labelledby="incidents" className="flex flex-col gap-2">
              <h2 id="incidents" className="font-semibold text-base">
                Incidents
              </h2>
              <Card>
                <ul className="divide-y">
                  {data.playbooks.map((panel) => (
                    <IncidentRow key={panel.id} panel={panel} />
                  ))}
                </ul>
              </Card>
            </section>
            <section aria-labelledby="tables" className="flex flex-col gap-2">
              <h2 id="tables" className="font-semibold text-base">
                Tables
              </h2>
              <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-4">
                {data.tableGroups.map((panel) => (
                  <TableGroupCard key={panel.id} panel={panel} />
                ))}
              </div>
            </section>
          </>
        )}
        {trends.data && trends.data.checks.length > 0 && (
          <section aria-labelledby="checks" className="flex flex-col gap-2">
            <h2 id="checks" className="font-semibold text-base">
              Checks
            </h2>
            <TrendTable checks={trends.data.checks} />
          </section>
        )}
      </PageBody>
    </>
  );
}
