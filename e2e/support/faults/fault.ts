/** One fault as it comes about in a business, and what a person must then read of it. */
export interface Fault {
  /** What makes it, statement by statement; nothing where another fault's statements make it too. */
  sql: string[];
  /** As the finding names what it applies to. */
  target: string;
  /** The whole sentence; of what cannot be checked, the reason. */
  says: string;
  /** How many rows are faulty. A fault of the schema counts 1; null could not be looked at. */
  count: number | null;
  /** No repair is offered: what mends others of its kind is for an incident's tables. */
  unmended?: boolean;
}
