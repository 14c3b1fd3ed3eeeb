import type { Kysely } from "kysely";
import type { Catalog, TableName } from "../types";
import { candidateSentence } from "./candidate-sentence";
import { judgeCandidate } from "./judge-candidate";
import { failed, measureOverlap } from "./measure-overlap";
import { nameCandidates } from "./name-candidates";
import { outOfTime, readPolymorphicPairs } from "./read-polymorphic-pairs";
import type { InferredReferences, NameCandidate, Overlap, ReferenceCandidate } from "./types";

/** Two parents this close are as good as one another, and only a person knows which is meant. */
const tie = 0.03;

export interface InferOptions {
  /** How long all tables together may be read. What is not reached by then is not sure, whatever its name. */
  budgetMs?: number;
  signal?: AbortSignal;
  /** An overlap that is known from before and still holds. */
  known?: (candidate: NameCandidate) => Overlap | null;
  /** What was found at another time: columns do not cease to name what they named because somebody has a lock on them now. */
  before?: (candidate: NameCandidate) => Overlap | null;
}

/** References that nothing declares: by the names and types of columns, and by their values as far as a small sample tells. */
export async function inferReferences(
  db: Kysely<unknown>,
  catalog: Catalog,
  { budgetMs = 30_000, signal, known = () => null, before = () => null }: InferOptions = {},
): Promise<InferredReferences> {
  const deadline = performance.now() + budgetMs;
  const found: ReferenceCandidate[] = [];
  const { polymorphic, unread } = await readPolymorphicPairs(db, catalog, deadline, signal);
  const look = (candidate: NameCandidate) => {
    const pair = unread.find(({ table, idColumn }) => isOn(candidate, table, idColumn));
    if (pair) return failed(pair.reason);
    return performance.now() < deadline ? measureOverlap(db, candidate) : failed(outOfTime);
  };
  for (const candidate of await nameCandidates(catalog, polymorphic, signal)) {
    signal?.throwIfAborted();
    const seen = known(candidate) ?? (await look(candidate));
    const overlap = seen.overlap === null && seen.failed ? (before(candidate) ?? seen) : seen;
    const judgement = judgeCandidate(candidate, overlap);
    if (!judgement) continue;
    const reference = {
      table: nameOf(candidate.child),
      columns: candidate.columns.map(({ name }) => name),
      parent: nameOf(candidate.parent),
      parentColumns: candidate.parentColumns.map(({ name }) => name),
    };
    found.push({ ...reference, ...judgement, sentence: candidateSentence(reference, judgement.evidence) });
  }
  return {
    candidates: oneParentEach(found).toSorted(byRank),
    polymorphic,
  };
}

function isOn({ child, columns }: NameCandidate, table: TableName, column: string): boolean {
  return (
    columns.length === 1 && columns[0]?.name === column && child.schema === table.schema && child.name === table.name
  );
}

/** A column names one parent: the best of them, or several that only a person can choose from. */
function oneParentEach(candidates: ReferenceCandidate[]): ReferenceCandidate[] {
  const byColumns = new Map<string, ReferenceCandidate[]>();
  for (const candidate of candidates) {
    const rivals = byColumns.get(label(candidate));
    if (rivals) rivals.push(candidate);
    else byColumns.set(label(candidate), [candidate]);
  }
  return [...byColumns.values()].flatMap((rivals) => {
    const best = Math.max(...rivals.map(({ score }) => score));
    const near = rivals.filter(({ score }) => score >= best - tie);
    return near.length === 1 ? near : near.map((candidate) => ({ ...candidate, confident: false }));
  });
}

function byRank(left: ReferenceCandidate, right: ReferenceCandidate): number {
  return (
    Number(right.confident) - Number(left.confident) ||
    right.score - left.score ||
    (label(left) < label(right) ? -1 : 1)
  );
}

function label({ table, columns }: ReferenceCandidate): string {
  return JSON.stringify([table.schema, table.name, columns]);
}

function nameOf({ schema, name }: TableName): TableName {
  return { schema, name };
}
