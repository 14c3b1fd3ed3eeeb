import type { Engine } from "@/lib/db";
import { judge, type Question } from "@/lib/scan/verdicts";
import { readExpected } from "@/lib/scans/read-expected";

export interface Asked {
  catalog: Awaited<ReturnType<typeof readExpected>>["catalog"];
  /** Every check whose rows must be read. */
  questions: Question[];
}

/** What a scan of this database has to read for. */
export async function readQuestions(engine: Engine): Promise<Asked> {
  const { catalog, expectations } = await readExpected(engine);
  const questions = expectations.flatMap((expectation) => {
    const verdict = judge(expectation, catalog);
    return "check" in verdict ? [verdict] : [];
  });
  return { catalog, questions };
}
