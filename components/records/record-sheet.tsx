"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { getJson } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { RecordDefinition } from "@/lib/records/define";
import { RecordDetail } from "./record-detail";
import { recordHeading } from "./record-heading";
import type { RecordDetailResponse, RecordListResponse } from "./responses";

interface RecordSheetProps {
  record: RecordDefinition;
  /** The page behind, for what is before and after; a record may be open that is not on it. */
  page: Extract<RecordListResponse, { state: "present" }> | undefined;
  openKey: string | null;
  onOpen: (key: string | null) => void;
}

export function RecordSheet({ record, page, openKey, onOpen }: RecordSheetProps) {
  const lastKey = useRef(openKey);
  useEffect(() => {
    if (openKey !== null) lastKey.current = openKey;
  }, [openKey]);
  const keys = page?.rows.map((row) => String(row[record.key])) ?? [];
  const place = openKey === null ? -1 : keys.indexOf(openKey);
  const before = keys[place - 1];
  const after = place === -1 ? undefined : keys[place + 1];
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["record", record.slug, openKey],
    queryFn: ({ signal }) =>
      getJson<RecordDetailResponse>(`/api/records/${record.slug}/${encodeURIComponent(openKey ?? "")}`, signal),
    enabled: openKey !== null,
  });
  const row = data?.state === "present" ? data.row : page?.rows[place];

  return (
    <Sheet open={openKey !== null} onOpenChange={(open) => !open && onOpen(null)}>
      <SheetContent
        title={recordHeading(record, row, openKey)}
        description={`${record.schema}.${record.table}`}
        finalFocus={() => rowOf(lastKey.current)}
        actions={
          <>
            {row && <CopyButton text={JSON.stringify(row, null, 2)} what="record as JSON" />}
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label="Previous record"
              disabled={before === undefined}
              onClick={() => before !== undefined && onOpen(before)}
            >
              <ChevronUp aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label="Next record"
              disabled={after === undefined}
              onClick={() => after !== undefined && onOpen(after)}
            >
              <ChevronDown aria-hidden />
            </Button>
          </>
        }
      >
        {error ? (
          <ErrorState
            title="This record could not be read"
            message={error.message}
            onRetry={() => refetch()}
            retrying={isFetching}
          />
        ) : row && openKey !== null ? (
          <RecordDetail key={openKey} record={record} row={row} marks={data?.marks} />
        ) : (
          <SheetSkeleton />
        )}
      </SheetContent>
    </Sheet>
  );
}

/** Where the focus goes back to: the row that was opened last. */
function rowOf(key: string | null): HTMLElement | true {
  if (key === null) return true;
  return document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"] > td`) ?? true;
}

function SheetSkeleton() {
  return (
    <div className="flex flex-col gap-4 p-4">
      {["name", "email", "phone", "status", "created", "id"].map((field) => (
        <div key={field} className="flex flex-col gap-1.5">
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-4 w-56" />
        </div>
      ))}
    </div>
  );
}
