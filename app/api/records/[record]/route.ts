import type { RecordListResponse } from "@/components/records/responses";
import { handleRoute } from "@/lib/auth/request";
import { listRecords } from "@/lib/records/list-records";
import { adminClient } from "@/lib/supabase/admin";
import { marksOf } from "../marks-of";

/** GET ?q= &sort= &direction= &filter= (repeated) &cursor= : one page, with the findings that name its rows. */
export const GET = handleRoute<{ record: string }>(async (ctx, request, { record }): Promise<RecordListResponse> => {
  const search = new URL(request.url).searchParams;
  const list = await listRecords(
    { client: adminClient(), signal: request.signal },
    {
      record,
      search: search.get("q") ?? undefined,
      sort: search.get("sort") ?? undefined,
      direction: search.get("direction") ?? undefined,
      filters: search.getAll("filter"),
      cursor: search.get("cursor") ?? undefined,
    },
  );
  if (list.state === "absent") return list;
  return { ...list, marks: await marksOf(ctx, record, list.rows) };
});
