import type { RecordMarks } from "@/lib/findings/mark-records";
import type { RecordDetail } from "@/lib/records/get-record";
import type { RecordList } from "@/lib/records/list-records";

/** `marks` is absent where there are no rows to mark. */
export type RecordListResponse = RecordList & { marks?: RecordMarks };
export type RecordDetailResponse = RecordDetail & { marks?: RecordMarks };
