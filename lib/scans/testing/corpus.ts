/** Faults put into a public schema by SQL, as they come about in real databases, and everything that a scan must then say. */
export interface Planting {
  statements: string[];
  /** "check target" of a fault of the schema, "check target: rows" of faulty rows. */
  finds: string[];
}

/** A public schema with rows that are right: what a scan says of it as it is, and faults to plant. */
export interface Corpus {
  name: string;
  /** What is true of the schema as it is published, line by line as `corpusFindings` writes it. */
  known: string[];
  plantings: Planting[];
}

export function planting(statements: string | string[], ...finds: string[]): Planting {
  return { statements: [statements].flat(), finds };
}
