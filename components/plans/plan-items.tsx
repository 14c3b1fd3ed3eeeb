import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatNumber } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import type { Plan, PlanItem } from "@/lib/plans/types";
import { ItemTable } from "./item-table";
import { NarrowBar } from "./narrow-bar";
import { planItemsQuery } from "./queries";
import { useChosenItems } from "./use-chosen-items";

type Outcome = PlanItem["outcome"];

/** The whole work list: every row that the preview looked at, by what becomes of it. Of those that change some can be chosen. */
export function PlanItems({ plan, mayNarrow }: { plan: Plan; mayNarrow: boolean }) {
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
          <Items plan={plan} outcome={value} mayNarrow={mayNarrow && value === "change"} />
        </TabsPanel>
      ))}
    </Tabs>
  );
}

function Items({ plan, outcome, mayNarrow }: { plan: Plan; outcome: Outcome; mayNarrow: boolean }) {
  const query = useInfiniteQuery(planItemsQuery(plan.id, outcome));
  const { chosen, choose, clear } = useChosenItems();
  if (query.isPending) return <Skeleton className="h-40 w-full" />;
  if (query.isError && !query.data) {
    return <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />;
  }
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return <EmptyState title="No row" className="py-6" />;
  return (
    <div className="flex flex-col items-start gap-2">
      {chosen.size > 0 && <NarrowBar plan={plan} chosen={[...chosen.values()]} onClear={clear} />}
      <ItemTable items={items} choice={mayNarrow ? { chosen, choose } : null} />
      {query.hasNextPage && (
        <Button size="sm" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}
