import type { RecordDetailResponse } from "@/components/records/responses";
import { handleRoute } from "@/lib/auth/request";
import { getRecord } from "@/lib/records/get-record";
import { adminClient } from "@/lib/supabase/admin";
import { marksOf } from "../../marks-of";

interface Params {
  record: string;
  key: string;
}

/** GET: one record with all its columns, and the findings that name it. */
export const GET = handleRoute<Params>(async (ctx, request, { record, key }): Promise<RecordDetailResponse> => {
  const detail = await getRecord({ client: adminClient(), signal: request.signal }, { record, key });
  if (detail.state === "absent") return detail;
  return { ...detail, marks: await marksOf(ctx, record, [detail.row]) };
});
