import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { RecordSlug } from "@/lib/records/define";
import type { RecordListResponse } from "./responses";
import type { RecordView } from "./use-record-view";

/** The page of records that the address asks for; the one before stays until it is here. */
export function useRecords(record: RecordSlug, view: RecordView) {
  const search = new URLSearchParams();
  if (view.q) search.set("q", view.q);
  if (view.sort) search.set("sort", view.sort);
  if (view.direction) search.set("direction", view.direction);
  if (view.cursor) search.set("cursor", view.cursor);
  for (const filter of view.filter) search.append("filter", filter);
  const asked = search.toString();
  return useQuery({
    queryKey: ["records", record, asked],
    queryFn: ({ signal }) => getJson<RecordListResponse>(`/api/records/${record}?${asked}`, signal),
    placeholderData: keepPreviousData,
  });
}
