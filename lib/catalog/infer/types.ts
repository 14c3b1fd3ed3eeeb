import type { Column, Table, UndeclaredReference } from "../types";
import type { NamedAfter } from "./name-evidence";
import type { PolymorphicPair } from "./polymorphic";

/** Columns that could be a reference, by their names and types alone. */
export interface NameCandidate {
  child: Table;
  columns: Column[];
  parent: Table;
  parentColumns: Column[];
  isPrimary: boolean;
  /** PostgreSQL does not compare the two columns, which may hold the same keys all the same: one of them as text. */
  unlike?: true;
  /** The parent is no table of the business: nobody owes Plumbline the right to read it. */
  outside?: true;
  name: { after: NamedAfter | "composite key"; strength: number };
}

export type Overlap =
  | {
      /** Different values that were looked up, and the rows that had them. */
      sampled: number;
      sampledRows: number;
      /** The share of those values that the parent has. */
      overlap: number;
      /** The share of those rows whose value the parent does not have. */
      orphanRatio: number;
    }
  | {
      sampled: 0;
      sampledRows: 0;
      overlap: null;
      orphanRatio: null;
      /** Why there is nothing to compare. */
      unknown: string;
      /** There may be something, and looking failed. */
      failed?: true;
    };

export type ReferenceEvidence = Overlap & {
  /** What of the parent the columns are named after. */
  namedAfter: NamedAfter | "composite key";
  /** How much the names alone say, 0 to 1. */
  nameStrength: number;
  sameType: boolean;
  /** Values of this type do not coincide by chance, as small numbers do. */
  identifying: boolean;
  parentIsKey: "primary" | "unique";
  sameSchema: boolean;
  /** What speaks against relying on it, however well the rest fits. */
  doubt: string | null;
};

/** Columns that look like a reference which nothing declares. */
export interface ReferenceCandidate extends UndeclaredReference {
  /** 0 to 1; what they are ranked by. */
  score: number;
  /** Sure enough to be checked without anybody's word. */
  confident: boolean;
  evidence: ReferenceEvidence;
  /** The evidence in one sentence. */
  sentence: string;
}

export interface InferredReferences {
  /** The best first. */
  candidates: ReferenceCandidate[];
  polymorphic: PolymorphicPair[];
}
