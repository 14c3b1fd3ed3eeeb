import type { RecordMark } from "@/lib/findings/types";
import type { RecordDetail } from "@/lib/records/get-record";
import type { RecordList } from "@/lib/records/list-records";

/** Findings by the key of the record they name; null when they could not be asked. */
export type RecordMarks = Record<string, RecordMark[]> | null;

export type RecordListResponse = RecordList & { marks: RecordMarks };
export type RecordDetailResponse = RecordDetail & { marks: RecordMarks };
