/** Of one check, over all corpora: what is true and was found, what is true and was missed, what was found and is not true. */
export interface Tally {
  found: number;
  missed: number;
  wrong: number;
}

/** Compares lines that begin with the code of their check. */
export function tallyOf(truth: string[], said: string[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const add = (line: string, outcome: keyof Tally) => {
    const [check = ""] = line.split(" ");
    const tally = tallies.get(check) ?? { found: 0, missed: 0, wrong: 0 };
    tallies.set(check, { ...tally, [outcome]: tally[outcome] + 1 });
  };
  for (const line of truth) add(line, said.includes(line) ? "found" : "missed");
  for (const line of said) if (!truth.includes(line)) add(line, "wrong");
  return tallies;
}

/** "orphan_rows  precision 1.00  recall 1.00  (9 found)" for each check. */
export function tallyText(tallies: Map<string, Tally>): string {
  return [...tallies]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([check, { found, missed, wrong }]) => {
      const precision = (found / (found + wrong)).toFixed(2);
      const recall = (found / (found + missed)).toFixed(2);
      return `${check.padEnd(30)} precision ${precision}  recall ${recall}  (${found} found)`;
    })
    .join("\n");
}
