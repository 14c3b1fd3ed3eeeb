export type RowText = Record<string, string | null>;

export interface FieldChange {
  field: string;
  /** Undefined where the row did not exist or has no such column. */
  before: string | null | undefined;
  after: string | null | undefined;
  changed: boolean;
}

/** Every field of a row before and after, in the order of the row's columns. */
export function fieldChanges(before: RowText | null, after: RowText | null): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].map((field) => {
    const was = before?.[field];
    const becomes = after?.[field];
    return { field, before: was, after: becomes, changed: was !== becomes };
  });
}
