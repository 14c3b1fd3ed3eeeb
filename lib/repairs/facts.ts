import type { RawBuilder } from "kysely";

/** A read-only query that gives one row with one column `value`. */
export type FactQuery = RawBuilder<{ value: unknown }>;
export type FactQueries = Record<string, FactQuery>;
