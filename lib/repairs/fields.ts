import type { TableName } from "@/lib/catalog/types";

/** What the operator fills in before a preview. The values are the repair's `input`, by the field's name. */
export type RepairField = SelectField | ParentField | ChoicesField | AssignmentsField | TextField;

interface FieldBase {
  name: string;
  label: string;
  help: string | null;
}

/** Its value is the chosen option's `value`. */
export interface SelectField extends FieldBase {
  kind: "select";
  options: { value: string; label: string }[];
  /** Chosen to begin with. */
  value: string;
}

/**
 * The operator names a row of the parent table by its key, or takes the system parent.
 * Its value is an object of key column → text, or the word "system".
 */
export interface ParentField extends FieldBase {
  kind: "parent";
  parent: TableName;
  keyColumns: string[];
  /** Null where there is no system parent. */
  systemLabel: string | null;
}

/**
 * For each ambiguous row the operator may pick one candidate; a row without a choice is left alone.
 * Its value is an object of `JSON.stringify(row.key)` → the candidate's `value`.
 */
export interface ChoicesField extends FieldBase {
  kind: "choices";
  rows: { key: Record<string, string>; label: string; candidates: { value: string; label: string }[] }[];
}

/**
 * The operator picks columns and writes for each the SQL of its new value.
 * Its value is an object of column → expression.
 */
export interface AssignmentsField extends FieldBase {
  kind: "assignments";
  columns: string[];
  /** Not asked while another field has this value. */
  unless: { field: string; is: string };
}

/** SQL on one line; its value is the text, empty where nothing is said. */
export interface TextField extends FieldBase {
  kind: "text";
}
