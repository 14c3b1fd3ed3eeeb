import type { RawBuilder, SqlBool } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "./codes";
import type { Severity } from "./severity";
import type { Target } from "./target";

export type { Severity } from "./severity";
export type TargetOf<K extends Target["kind"]> = Extract<Target, { kind: K }>;

interface CheckBase<K extends Target["kind"]> {
  code: CheckCode;
  kind: K;
  severity: Severity;
  /** A short name for lists: "Orphan rows". */
  title: string;
  /** A check of the same target that speaks first: while that fails, there is nothing here yet that could hold or not. */
  waitsFor?: CheckCode;
  /** Targets that the catalogue alone gives, in any database. Playbooks promise more. */
  targets(catalog: Catalog): TargetOf<K>[];
  /** One sentence with the numbers and the names. */
  explain(target: TargetOf<K>, count: number): string;
  /** Why it matters and how such faults come about, two or three sentences. */
  why: string;
}

/** Joins that row checks of one table share; the same key is joined once. */
export interface JoinScope {
  /** Adds a left join that keeps one row per row of the table, and gives its alias. */
  join(key: string, build: (alias: string) => RawBuilder<unknown>): string;
  /**
   * Joins some of the rows by where they are (`part`, `place`), and gives their alias. Whoever asks for the same ones is
   * asked together, and apart from the others: all other rows would be looked up among these in vain. A scan then reads
   * these instead of the table, so the predicate names nothing else.
   */
  joinPlaces(key: string, rows: () => RawBuilder<unknown>): string;
  /** What decides may be an anti-join, which PostgreSQL sees only where nothing else is asked of the rows. */
  askApart(key: string): void;
}

/** A predicate over the rows of one table, which is always aliased `t`. Runs nothing. */
export interface RowCheck<K extends Target["kind"]> extends CheckBase<K> {
  form: "row";
  violates(target: TargetOf<K>, scope: JoinScope, catalog: Catalog): RawBuilder<SqlBool>;
  /** A sentence where the target cannot be checked (a column is missing, types cannot be compared); null where it can. */
  uncheckable(target: TargetOf<K>, catalog: Catalog): string | null;
  /** The rows are proved right by a constraint and need not be read. */
  proved?(target: TargetOf<K>, catalog: Catalog): boolean;
  /** The answer depends on more than the rows of the tables that the target names: the clock, a sequence, other tables. */
  volatile?: true;
  /** It may take as long and no longer, where the table's own time is not shorter yet. */
  timeoutMs?: number;
}

export type CatalogVerdict = { status: "failing" } | { status: "passing" } | { status: "not_checked"; reason: string };

/** A condition on the catalogue. */
export interface CatalogCheck<K extends Target["kind"]> extends CheckBase<K> {
  form: "catalog";
  evaluate(target: TargetOf<K>, catalog: Catalog): CatalogVerdict;
}

/** Keeps the literal types of a definition. */
export function defineCheck<K extends Target["kind"], C extends RowCheck<K> | CatalogCheck<K>>(
  check: C & { kind: K },
): C {
  return check;
}

/** One thing to measure: a check on a target, and the playbook that promised it, if one did. */
export interface Expectation {
  check: CheckCode;
  target: Target;
  playbook: string | null;
}
