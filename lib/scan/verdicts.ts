import type { Catalog } from "@/lib/catalog/types";
import type { Expectation, RowCheck } from "@/lib/checks/define";
import { checkOn } from "@/lib/checks/registry";
import type { Target } from "@/lib/checks/target";
import type { Measurement } from "./types";

export type Verdict = Pick<Measurement, "status" | "reason" | "count" | "how" | "sample">;

/** A row check whose rows must be read. */
export interface Question {
  expectation: Expectation;
  check: RowCheck<Target["kind"]>;
}

/** What the catalogue alone says: a verdict, or the question that only the rows can answer. */
export function judge(expectation: Expectation, catalog: Catalog): Verdict | Question {
  const check = checkOn(expectation.check, expectation.target);
  if (check.form === "catalog") {
    const verdict = check.evaluate(expectation.target, catalog);
    return verdict.status === "not_checked"
      ? notChecked(verdict.reason)
      : counted(verdict.status === "failing" ? 1 : 0, []);
  }
  const reason = check.uncheckable(expectation.target, catalog);
  if (reason !== null) return notChecked(reason);
  return check.proved?.(expectation.target, catalog) ? { ...counted(0, []), how: "proved" } : { expectation, check };
}

/** A failure is never a zero. */
export function notChecked(reason: string): Verdict {
  return { status: "not_checked", reason, count: null, how: "none", sample: [] };
}

export function counted(count: number, sample: Measurement["sample"]): Verdict {
  return { status: count > 0 ? "failing" : "passing", reason: null, count, how: "exact", sample };
}
