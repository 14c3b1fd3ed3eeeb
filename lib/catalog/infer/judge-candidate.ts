import { tableText } from "./candidate-sentence";
import { isNumber, typeOf } from "./key-type";
import { namesOutside } from "./name-evidence";
import type { NameCandidate, Overlap, ReferenceEvidence } from "./types";
import { recordTables } from "./vocabulary";
import { sameWord, wordsOf } from "./words";

/** Below this the name leaves another reading, and only values that do not coincide by chance can decide. */
const strongName = 0.85;
/** Half of the values may be orphans: they are what is looked for. Of more, the columns rather mean something else. */
const enoughOverlap = 0.5;
/** A weak name needs the values to say it. */
const clearOverlap = 0.8;
/** One value tells nothing: the number 1 is in every table. */
const fewestValues = 2;
const fewestValuesOfWeakName = 5;
/** The whole name of a primary key, `ship_id` of ship_hdr, is no coincidence where the values bear it out, numbers or not; nor is `sales_emp_no` of another schema's emp. */
const wholeKeyName = 0.79;

export interface Judgement {
  score: number;
  confident: boolean;
  evidence: ReferenceEvidence;
}

/** What all the evidence together is worth; null where it is not even a suggestion. */
export function judgeCandidate(candidate: NameCandidate, overlap: Overlap): Judgement | null {
  const { child, columns, parent, parentColumns, isPrimary, name, unlike } = candidate;
  const evidence: ReferenceEvidence = {
    ...overlap,
    namedAfter: name.after,
    nameStrength: name.strength,
    sameType: columns.every(
      (column, at) => parentColumns[at] !== undefined && typeOf(column) === typeOf(parentColumns[at]),
    ),
    identifying: !columns.every(isNumber),
    parentIsKey: isPrimary ? "primary" : "unique",
    sameSchema: child.schema === parent.schema,
    doubt: doubtOf(candidate),
  };
  const known = overlap.overlap;
  // A weak name and values that do not bear it out are what a list of suggestions would drown in.
  if (name.strength < strongName && known !== null && known < clearOverlap) return null;
  // These are nothing without values that say so; where looking failed, nobody knows.
  const isBornOut = known === null ? overlap.failed === true : known >= clearOverlap;
  if ((name.after === "composite key" || unlike) && !isBornOut) return null;
  const weight = (evidence.sameType ? 1 : 0.95) * (isPrimary ? 1 : 0.97) * (evidence.doubt ? 0.6 : 1);
  const score = name.strength * weight * (0.5 + 0.5 * (known ?? 0.3));
  return { score: Math.round(score * 1_000) / 1_000, confident: isSure(evidence), evidence };
}

/** Why a good name could not be borne out or refuted; null where its values were looked at, or there are none. */
export function unmeasuredReason(evidence: ReferenceEvidence): string | null {
  const { doubt, nameStrength, namedAfter, overlap } = evidence;
  const isNamed = nameStrength >= strongName || namedAfter === "composite key";
  if (overlap !== null || !evidence.failed || doubt !== null || !isNamed) return null;
  return evidence.unknown;
}

function isSure({ doubt, nameStrength, overlap, sampled, identifying, namedAfter }: ReferenceEvidence): boolean {
  if (doubt !== null || overlap === null) return false;
  if (namedAfter === "composite key") return overlap >= clearOverlap && sampled >= fewestValuesOfWeakName;
  if (nameStrength >= strongName) return overlap >= enoughOverlap && sampled >= fewestValues;
  const tells = identifying || (namedAfter === "key" && nameStrength >= wholeKeyName);
  return tells && overlap >= clearOverlap && sampled >= fewestValuesOfWeakName;
}

function doubtOf({ child, columns }: NameCandidate): string | null {
  const outside = columns.find(({ name }) => namesOutside(name));
  if (outside) return `${outside.name} seems to hold the key of another system.`;
  const words = wordsOf(child.name);
  const isRecord = recordTables.some((noun) => [words.at(0), words.at(-1)].some((word) => sameWord(noun, word ?? "")));
  return isRecord && words.length > 0
    ? `${tableText(child)} seems to keep rows on purpose whose parents are gone.`
    : null;
}
