import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatKey } from "@/components/findings/row-key";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatNumber } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import type { Plan, PlanItem } from "@/lib/plans/types";
import { planItemsQuery } from "./queries";

type Outcome = PlanItem["outcome"];

/** The whole work list: every row that the preview looked at, by what becomes of it. */
export function PlanItems({ plan }: { plan: Plan }) {
  const outcomes: { value: Outcome; label: string; count: number }[] = [
    { value: "change", label: "Will change", count: plan.willChange },
    { value: "skip", label: "Skipped", count: plan.skipped },
    { value: "unchanged", label: "Unchanged", count: plan.unchanged },
  ];
  const [outcome, setOutcome] = useState<Outcome>(outcomes.find(({ count }) => count > 0)?.value ?? "change");
  return (
    <Tabs value={outcome} onValueChange={(value: Outcome) => setOutcome(value)}>
      <TabsList aria-label="Outcome" className="px-2">
        {outcomes.map(({ value, label, count }) => (
          <TabsTab key={value} value={value}>
            {label} <span className="text-muted-foreground text-xs">{formatNumber(count)}</span>
          </TabsTab>
        ))}
      </TabsList>
      {outcomes.map(({ value }) => (
        <TabsPanel key={value} value={value} className="px-4 py-3">
          <ItemTable planId={plan.id} outcome={value} />
        </TabsPanel>
      ))}
    </Tabs>
  );
}

function ItemTable({ planId, outcome }: { planId: string; outcome: Outcome }) {
  const query = useInfiniteQuery(planItemsQuery(planId, outcome));
  if (query.isPending) return <Skeleton className="h-40 w-full" />;
  if (query.isError && !query.data) {
    return <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />;
  }
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const explained = items.some((item) => item.reason !== null || item.resultReason !== null);
  if (items.length === 0) return <EmptyState title="No row" className="py-6" />;
  return (
    <div className="flex flex-col items-start gap-2">
      <Table label="Rows of the work list">
        <TableHead>
          <TableRow>
            <TableHeader className="w-16 text-right">No.</TableHeader>
            <TableHeader>Key</TableHeader>
            {explained && <TableHeader>Why</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow key={item.position}>
              <TableCell className="text-right text-muted-foreground">{formatNumber(item.position)}</TableCell>
              <TableCell className="w-full whitespace-nowrap font-mono text-xs leading-5">
                {formatKey(item.key)}
              </TableCell>
              {explained && <TableCell>{item.resultReason ?? item.reason}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {query.hasNextPage && (
        <Button size="sm" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}
