import type { ReferenceAction, TableName } from "@/lib/catalog/types";
import type { Severity } from "./severity";

/** What a check applies to. Stored with the finding as JSON, so a target is data: no functions, no SQL. */
export type Target =
  | ReferenceTarget
  | KeyTarget
  | ColumnTarget
  | LinkTarget
  | StatusTarget
  | TableTarget
  | IndexTarget
  | SequenceTarget
  | ConstraintTarget
  | ContactTarget
  | CounterTarget
  | RangeTarget
  | AgeTarget
  | SpanTarget
  | ViewTarget
  | CustomTarget;

/** Columns of a table that name rows of a parent, declared by a foreign key or promised by a playbook. */
export interface ReferenceTarget {
  kind: "reference";
  table: TableName;
  columns: string[];
  parent: TableName;
  parentColumns: string[];
  /** What the foreign key does, or is wanted to do. */
  onDelete: ReferenceAction;
  /** Neither a foreign key nor a person says so: names, types and values do. */
  inferred?: true;
  /** The name of the foreign key, existing or wanted; derived from table and columns where absent. */
  constraint?: string;
  /** The name of the wanted index on the child's columns. */
  index?: string;
  /** `error_logs.error_type` of an orphan that a repair touched. */
  rowEvent?: string;
  adopt?: AdoptRule;
  systemParent?: SystemParent;
  seen?: SeenReference;
}

/** What the catalogue shows of a reference, for the sentence that says what is wrong with it. */
export interface SeenReference {
  /** The tables on which the foreign key's triggers are disabled. */
  disabledOn?: TableName[];
  /** Where the two ends differ in type: the child's and the parent's, column by column. */
  types?: [child: string, parent: string][];
  /** The columns that allow NULL. */
  nullable?: string[];
  /** Which tables lose rows with a parent, in the order in which the cascade reaches them. */
  cascades?: TableName[][];
  unenforced?: true;
  unvalidated?: true;
}

/** How a missing parent is recreated from its orphans. Columns not named take their default. */
export interface AdoptRule {
  /** The child's column that orders the orphans of one parent; "first" below is by it. */
  orderBy: string;
  columns: Record<string, AdoptSource>;
}

export type AdoptSource =
  /** The column of the first orphan. */
  | { from: "first"; column: string }
  /** Text of the first orphan, at a path inside it when it is JSON, cut to `maxChars`, with `suffix` added. */
  | { from: "firstText"; column: string; path?: string[]; maxChars: number; suffix: string }
  | { from: "min" | "max"; column: string }
  | { from: "count" }
  | { from: "value"; value: string };

/** A parent that orphans can be given to when their own is gone: values as text, by column; holds the referenced columns. */
export interface SystemParent {
  label: string;
  values: Record<string, string>;
}

/** Columns that are promised to be unique. */
export interface KeyTarget {
  kind: "key";
  table: TableName;
  columns: string[];
  constraint?: string;
  /** Nobody promised it: names and values say so. */
  inferred?: true;
}

/** One column and what is promised of it; only the promises that are present are checked. */
export interface ColumnTarget {
  kind: "column";
  table: TableName;
  column: string;
  /** Writers create rows before this is known. */
  nullable?: true;
  /** Writers omit it: the kind of value that a default must make. */
  default?: "uuid";
  type?: string;
  /** Set with the repair, so that the next reader knows why. */
  comment?: string;
  /** Must hold text (not null, not blank) in rows where this status column has this value. */
  requiredWhen?: { column: string; equals: string };
  /** How a row that can never be used is ended, where that is the repair. */
  ends?: StatusChange;
  /** The type that it has, where that is what the finding is about. */
  has?: string;
  /** Tables that have a column of this name in the usual type. */
  usual?: { type: string; tables: TableName[] };
  /** Values above this are near the end of what the type can hold. */
  above?: string;
  /** Values that are alike but for case and blanks are looked for too. */
  twins?: true;
  /** Nearly all values are in these letters, and the others are meant to be. */
  letters?: "small" | "capital";
  /** Nobody promised it, and another reading is as good. */
  inferred?: true;
}

export interface StatusChange {
  statusColumn: string;
  from: string;
  to: string;
}

/** Rows whose contact data names a parent that they were never linked to. */
export interface LinkTarget {
  kind: "link";
  table: TableName;
  /** The nullable column that should hold the parent's key. */
  column: string;
  parent: TableName;
  parentKey: string;
  /** Contact columns, child's and parent's, null where one has none. Matched after normalising: trimmed lower case, E.164. */
  email: ContactPair | null;
  phone: ContactPair | null;
  /** Copied into a parent that is created: parent column → child column. */
  copies: Record<string, string>;
  /** Calling code of numbers that are written without one, "91"; null where they only compare with one another. */
  callingCode: string | null;
  /** Nobody promised it: a row that matches nobody may be right. */
  inferred?: true;
}

export interface ContactPair {
  child: string;
  parent: string;
}

/** Rows that say they are live though their time has passed. */
export interface StatusTarget extends Omit<StatusChange, "to"> {
  kind: "status";
  table: TableName;
  expiresAtColumn: string;
  /** `from` is written in whatever case, as nobody has promised how. */
  anyCase?: true;
  /** Null where it is not known which value says that a row is over. */
  to: string | null;
}

/** A table as a whole. */
export interface TableTarget {
  kind: "table";
  table: TableName;
  /** Columns that would do for a missing primary key. */
  standIn?: string[];
  /** Roles of the API that may read or write it. */
  roles?: string[];
}

export interface IndexTarget {
  kind: "index";
  table: TableName;
  index: string;
  /** In order; null stands for an expression. */
  columns: (string | null)[];
  unique?: true;
  /** The index that does its work as well. */
  keep?: { index: string; columns: (string | null)[]; isReverse?: true };
  bytes?: number;
}

/** A sequence and the column that it serves. */
export interface SequenceTarget {
  kind: "sequence";
  table: TableName;
  column: string;
  sequence: TableName;
  /** The last value that it gave, and the last that it or the column can hold. */
  given?: string;
  limit?: string;
}

/** A constraint by its name: a CHECK, or one foreign key of several that say the same. */
export interface ConstraintTarget {
  kind: "constraint";
  table: TableName;
  constraint: string;
  columns: string[];
  unenforced?: true;
  /** The foreign key that says the same or more, and what it does otherwise than this one. */
  covered?: { by: string; columns: string[]; difference: string | null };
}

/** Rows of people or companies who should be in the table once. Compared after normalising: trimmed lower case, E.164. */
export interface ContactTarget {
  kind: "contact";
  table: TableName;
  email: string | null;
  phone: string | null;
  /** Calling code of numbers that are written without one, "91"; without it one of ten digits or more is compared with others written so. */
  callingCode: string | null;
}

/** A column that says how many rows of another table belong to the row. */
export interface CounterTarget {
  kind: "counter";
  table: TableName;
  column: string;
  /** What the children name. */
  key: string[];
  child: TableName;
  childColumns: string[];
}

/** What the values of a column may be; bounds are inclusive, all values text. */
export interface RangeTarget {
  kind: "range";
  table: TableName;
  column: string;
  min?: string;
  max?: string;
  oneOf?: string[];
  /** Of times: not in the future. */
  past?: true;
  /** Of words: none that are another with a slip. */
  misspelt?: Misspelling[];
  /** Of words: the usual ones, where there are others too rare to be known. */
  usually?: string[];
}

export interface Misspelling {
  value: string;
  meant: string;
}

/** A reference whose rows cannot be older than what they refer to. */
export interface AgeTarget {
  kind: "age";
  table: TableName;
  columns: string[];
  parent: TableName;
  parentColumns: string[];
  /** When the row was made, and when its parent was. */
  at: string;
  parentAt: string;
}

/** Two times of a row, the second of which cannot be before the first. */
export interface SpanTarget {
  kind: "span";
  table: TableName;
  columns: [start: string, end: string];
}

/** A view; `table` is its name. */
export interface ViewTarget {
  kind: "view";
  table: TableName;
  /** Roles of the API that may read it. */
  roles?: string[];
  materialized?: true;
}

/** A check that an admin or a file of the repository wrote. */
export interface CustomTarget {
  kind: "custom";
  table: TableName;
  /** The id of the stored check, or the name of its file. */
  id: string;
  name: string;
  severity: Severity;
  owner: string;
  description: string;
  rule: CustomRule;
  /** Why it cannot be run as it stands. */
  fault?: string;
}

export type CustomRule =
  /** A condition over the rows of the table, which is `t`. */
  | { form: "predicate"; sql: string }
  /** A query whose columns, named as in the table, are keys of the faulty rows. */
  | { form: "query"; sql: string; keys: string[] };
