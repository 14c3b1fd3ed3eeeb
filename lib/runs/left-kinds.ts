/** Why a row of the work list is as it was: skipped with a reason, held by somebody, or never reached by a run that ended before. */
export const leftKinds = ["skipped", "put_off", "not_done"] as const;
export type LeftKind = (typeof leftKinds)[number];

export interface LeftRow {
  /** Its place in the work list. */
  position: number;
  key: Record<string, string>;
  kind: LeftKind;
  reason: string;
}
