import type { Catalog } from "@/lib/catalog/types";
import { checkOn } from "@/lib/checks/registry";
import type { Engine } from "@/lib/db";
import type { Question } from "@/lib/scan/verdicts";
import { readExpected } from "@/lib/scans/read-expected";

export interface Asked {
  catalog: Catalog;
  /** Every check of rows that a scan answers, be it by reading them or because a constraint proves them right. */
  answered: Question[];
  /** Those of them whose rows must be read. */
  read: Question[];
}

/** What a scan of this database says about its rows. */
export async function readQuestions(engine: Engine): Promise<Asked> {
  const { catalog, expectations } = await readExpected(engine);
  const answered = expectations.flatMap((expectation) => {
    const { check: code, target } = expectation;
    const check = checkOn(code, target);
    return check.form === "row" && check.uncheckable(target, catalog) === null ? [{ expectation, check }] : [];
  });
  const read = answered.filter(({ expectation, check }) => !check.proved?.(expectation.target, catalog));
  return { catalog, answered, read };
}
