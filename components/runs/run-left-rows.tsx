import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { LeftKind } from "@/lib/runs/left-kinds";
import type { Run } from "@/lib/runs/types";
import { LeftTable } from "./left-table";
import { leftKinds, leftWords } from "./left-words";
import { leftRowsFile, leftRowsQuery } from "./queries";

const any = { value: "any", label: "Any of them" } as const;
const options = [any, ...leftKinds.map((value) => ({ value, label: leftWords[value] }))];

/** The previewed rows that the run has left as they were: skipped, held by somebody, or never reached. */
export function RunLeftRows({ run }: { run: Run }) {
  const [kind, setKind] = useQueryState("rows", parseAsStringLiteral(leftKinds));
  const query = useInfiniteQuery(leftRowsQuery(run, kind));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Card aria-labelledby="left-title">
      <CardHeader className="flex-wrap">
        <div>
          <CardTitle id="left-title">Rows left as they were</CardTitle>
          <CardDescription>Skipped, held by somebody, or not reached, each with the reason.</CardDescription>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Select
            aria-label="Which of the rows"
            options={options}
            value={kind ?? "any"}
            onValueChange={(chosen) => setKind(chosen === "any" ? null : (chosen as LeftKind))}
            className="w-36"
          />
          <a href={leftRowsFile(run.id, kind)} download className={buttonVariants()}>
            <Download aria-hidden />
            Export CSV
          </a>
        </div>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-2">
        {query.isPending && <Skeleton className="h-24 w-full" />}
        {query.isError && (
          <ErrorState message={query.error.message} onRetry={() => query.refetch()} retrying={query.isFetching} />
        )}
        {query.isSuccess && rows.length === 0 && <p className="text-muted-foreground">{noneOf(kind)}</p>}
        {rows.length > 0 && <LeftTable rows={rows} />}
        {query.hasNextPage && (
          <Button size="sm" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Show more
          </Button>
        )}
      </CardContent>
    </Card>
  );
}

function noneOf(kind: LeftKind | null): string {
  if (kind === null) return "No row is left as it was.";
  return `None of the rows is ${kind === "put_off" ? "held by somebody" : leftWords[kind].toLowerCase()}.`;
}
