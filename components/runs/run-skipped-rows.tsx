import { useInfiniteQuery } from "@tanstack/react-query";
import { formatKey } from "@/components/findings/row-key";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Run } from "@/lib/runs/types";
import { skippedRowsQuery } from "./queries";

/** The previewed rows that the run left alone, each with its reason. */
export function RunSkippedRows({ run }: { run: Run }) {
  const query = useInfiniteQuery(skippedRowsQuery(run));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card aria-labelledby="skipped-title">
      <CardHeader>
        <CardTitle id="skipped-title">Skipped rows</CardTitle>
        <CardDescription>{formatCount(run.skipped, "row")}, left as they were.</CardDescription>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-2">
        {query.isPending && <Skeleton className="h-24 w-full" />}
        {query.isError && (
          <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />
        )}
        {items.length > 0 && (
          <Table label="Keys of the skipped rows and why">
            <TableHead>
              <TableRow>
                <TableHeader>Key</TableHeader>
                <TableHeader>Why</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((item) => (
                <TableRow key={item.position}>
                  <TableCell className="whitespace-nowrap font-mono text-xs leading-5">{formatKey(item.key)}</TableCell>
                  <TableCell className="w-full min-w-56">{item.resultReason ?? item.reason}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        {query.hasNextPage && (
          <Button size="sm" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Show more
          </Button>
        )}
      </CardContent>
    </Card>
  );
}
