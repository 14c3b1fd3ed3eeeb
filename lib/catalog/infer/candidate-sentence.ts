import type { TableName, UndeclaredReference } from "../types";
import type { NamedAfter } from "./name-evidence";
import type { ReferenceEvidence } from "./types";

/** The evidence in one sentence or two, for whoever has to decide. */
export function candidateSentence(reference: UndeclaredReference, evidence: ReferenceEvidence): string {
  const { table, columns, parent, parentColumns } = reference;
  const subject = `${tableText(table)} (${columns.join(", ")})`;
  const object = `${tableText(parent)} (${parentColumns.join(", ")})`;
  return [`${subject} ${names[evidence.namedAfter]} ${object}${valuesText(evidence)}.`, evidence.doubt]
    .filter((part) => part !== null)
    .join(" ");
}

/** The schema only where it is not the usual one. */
export function tableText({ schema, name }: TableName): string {
  return schema === "public" ? name : `${schema}.${name}`;
}

const names: Record<NamedAfter | "composite key", string> = {
  "table and key": "is named after the key of",
  key: "has the name of the key",
  table: "is named after",
  "own table": "seems by its name to point back to",
  person: "names somebody by what they did, who may be in",
  "composite key": "has all the columns of the key",
};

function valuesText(evidence: ReferenceEvidence): string {
  if (evidence.overlap === null) return `, but its values could not be compared: ${lowerFirst(evidence.unknown)}`;
  const { sampled, overlap } = evidence;
  const found = Math.round(sampled * overlap);
  const type = evidence.sameType ? "" : ", whose type differs";
  if (sampled === 1) return `${type}, and the only value that was looked up ${found === 1 ? "is" : "is not"} there`;
  const count = found === sampled ? `all ${count1(sampled)}` : `${count1(found)} of ${count1(sampled)}`;
  return `${type}, and ${count} different values that were looked up are there`;
}

function count1(value: number): string {
  return value.toLocaleString("en");
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, "");
}
