import type { Catalog } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import type { Engine } from "@/lib/db";
import { judge, type Question } from "@/lib/scan/verdicts";
import { readExpected } from "@/lib/scans/read-expected";

export interface Asked {
  catalog: Catalog;
  /** Everything that a scan answers: from the rows, from a constraint that proves them right, or from the catalogue. */
  answered: Expectation[];
  /** What of it can only be answered by reading rows. */
  read: Question[];
}

/** What a scan of this database has to say. */
export async function readQuestions(engine: Engine): Promise<Asked> {
  const { catalog, expectations } = await readExpected(engine);
  const judged = expectations.map((expectation) => ({ expectation, verdict: judge(expectation, catalog) }));
  return {
    catalog,
    answered: judged.flatMap(({ expectation, verdict }) =>
      "check" in verdict || verdict.status !== "not_checked" ? [expectation] : [],
    ),
    read: judged.flatMap(({ verdict }) => ("check" in verdict ? [verdict] : [])),
  };
}
