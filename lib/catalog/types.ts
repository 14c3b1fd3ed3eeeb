/** Facts about the connected database, as read in one go by `readCatalog`. Names are exact, never quoted. */
export interface TableName {
  schema: string;
  name: string;
}

export interface Column {
  name: string;
  /** As `format_type` prints it: `bigint`, `character varying(20)`, `timestamp with time zone`. */
  type: string;
  /** What a domain is made of; absent where the type is no domain. */
  domainOf?: string;
  nullable: boolean;
  /** The expression as PostgreSQL prints it, or null where there is no default. */
  default: string | null;
  identity: "always" | "by default" | null;
  generated: boolean;
  comment: string | null;
  /** Of the rows with a value, the share that have one of their own, 1 where each has; absent where the table was never analysed. */
  distinct?: number;
  /** Nearly all values of a text have letters, and these only; absent where not analysed. */
  letters?: "small" | "capital";
  /** Of a text or a whole number with few different values, the values and their shares of the rows; absent where not analysed. */
  common?: { value: string; share: number }[];
}

export interface Key {
  name: string;
  columns: string[];
  kind: "primary" | "unique";
}

export type ReferenceAction = "no action" | "restrict" | "cascade" | "set null" | "set default";

export interface ForeignKey {
  name: string;
  columns: string[];
  parent: TableName;
  parentColumns: string[];
  onDelete: ReferenceAction;
  onUpdate: ReferenceAction;
  match: "simple" | "full" | "partial";
  validated: boolean;
  /** False where a trigger that enforces it is disabled: rows may then break a "valid" constraint. */
  triggersEnabled: boolean;
  /** The tables on which they are disabled. */
  disabledOn?: TableName[];
  /** The last column is a range, and the ranges of several parents together may cover it. */
  temporal?: boolean;
  /** Declared NOT ENFORCED (PostgreSQL 18): a note to the reader, which nothing checks. */
  unenforced?: boolean;
}

/** A CHECK constraint of the table. */
export interface CheckConstraint {
  name: string;
  columns: string[];
  /**
   * What every row must satisfy, as PostgreSQL prints it; NULL satisfies it too. Null where the constraint is validated
   * and nobody needs to ask, and while somebody has the table locked.
   */
  expression: string | null;
  validated: boolean;
  /** Declared NOT ENFORCED (PostgreSQL 18): nothing checks it. */
  unenforced?: boolean;
}

/** A sequence that gives a column its values. */
export interface Sequence extends TableName {
  column: string;
  /** It makes the column's values, by its identity or a default that calls it; false where the column only owns it. */
  feeds: boolean;
  increment: number;
  /** The last value it gave; null before the first, and where it could not be read. Bigints as text. */
  lastValue: string | null;
  maxValue: string;
  minValue: string;
  cycles: boolean;
  /** It may be read, and was. */
  readable: boolean;
}

export interface Policy {
  name: string;
  command: "all" | "select" | "insert" | "update" | "delete";
  permissive: boolean;
  roles: string[];
}

export interface Index {
  name: string;
  /** In order; null stands for an expression. */
  columns: (string | null)[];
  unique: boolean;
  valid: boolean;
  partial: boolean;
  /** The column whose NULLs are all that a partial index leaves out. */
  notNullOf?: string | null;
  /** `btree`, `hash`, `gin` … */
  method?: string;
  /** Everything that tells what it indexes and how, but for its name: two with the same do the same work. */
  signature?: string;
  /** For each column: operator class, collation and order. */
  ordering?: string[];
  /** Columns that it only carries along. */
  included?: string[];
  /** How often it was used since the statistics were reset. */
  scans?: number;
  /** As it was when it was last analysed or vacuumed. */
  bytes?: number;
  /** The constraint this index serves, if any. */
  constraint: string | null;
}

/** An index by its name, and by what tells it from another of that name. */
export type NamedIndex = TableName &
  Pick<Index, "columns" | "unique"> & {
    /** Of one on some of the rows: as PostgreSQL writes it, which tells it from every other. */
    definition?: string;
  };

export interface Trigger {
  name: string;
  enabled: boolean;
  definition: string;
}

export interface Table extends TableName {
  kind: "table" | "partitioned";
  columns: Column[];
  primaryKey: Key | null;
  uniqueKeys: Key[];
  foreignKeys: ForeignKey[];
  indexes: Index[];
  triggers: Trigger[];
  /** The planner's estimate; null when the table was never analysed. */
  rowEstimate: number | null;
  /** May the engine's role select from it. */
  readable: boolean;
  rowLevelSecurity: boolean;
  /** Other tables, which are no partitions, inherit from it: its rows include theirs, and its keys do not hold for those. */
  inherited?: boolean;
  checkConstraints?: CheckConstraint[];
  sequences?: Sequence[];
  policies?: Policy[];
  /** Roles of the Supabase API that may read or write it: `anon`, `authenticated`. */
  exposedTo?: string[];
  /** Moves whenever a row was written, or the table was truncated or rewritten; null where that cannot be told. */
  writes?: string | null;
  /** A rule (`CREATE RULE`) turns what is written to it, or to one of its partitions, into something else. */
  rewritten?: boolean;
}

/** A foreign key that somebody has to a table. */
export interface Reference {
  /** Whose it is; for a key of a partition, the whole table. Outside of the business only name and `readable` are known. */
  table: Table;
  foreignKey: ForeignKey;
}

/** Columns that name rows of a parent, though no foreign key says so. */
export interface UndeclaredReference {
  table: TableName;
  columns: string[];
  parent: TableName;
  parentColumns: string[];
  /** Nobody has said that it is one. */
  inferred?: true;
}

/** Columns that are named like a reference and whose values could not be compared, so that nobody knows. */
export interface UnmeasuredReference extends UndeclaredReference {
  /** Why not, as a sentence. */
  reason: string;
}

/** A view, which holds no rows of its own. */
export interface View extends TableName {
  materialized: boolean;
  /** It reads with the rights of whoever asks (`security_invoker`), not of its owner. */
  securityInvoker: boolean;
  /** Tables that it reads, by itself or through other views; not what its functions read. */
  reads: TableName[];
  readable: boolean;
  exposedTo: string[];
}

export interface Catalog {
  /** `server_version_num`, 180004 for 18.4. */
  serverVersion: number;
  extensions: string[];
  tables: Table[];
  views: View[];
  /** `auth.users` of the sign-in, by its key alone: none of the business, and what rows of the business name all the same. */
  accounts?: Table | null;
  /** References that nothing declares and that are taken for one: inferred with confidence, or adopted by an operator. */
  undeclared: UndeclaredReference[];
  /** What may be such a reference too, where looking failed. */
  unmeasured: UnmeasuredReference[];
  /** Foreign keys to the given table or to a part of it, whatever schema they come from. */
  referencing(table: TableName): Reference[];
  find(table: TableName): Table | undefined;
}
