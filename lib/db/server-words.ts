import type pg from "pg";

/** Classes of errors whose messages name objects of the schema, settings or the server, and no values. */
const namingClasses = ["08", "0A", "25", "28", "2B", "3D", "3F", "40", "42", "53", "54", "55", "57", "58", "XX"];

/** What a parser of values reports in the words of the SQL parser: `to_tsquery` and `jsonpath` quote what they were given. */
const ofAnyText = ["42601", "42602"];

/** What PostgreSQL says and its code; where its message may quote a row, the name of the condition instead. */
export function serverWords(error: pg.DatabaseError): string {
  const { code = "", message } = error;
  const isNaming = namingClasses.includes(code.slice(0, 2)) && (!ofAnyText.includes(code) || isAboutText(error));
  return `${isNaming ? message : conditionOf(error)} (${code})`;
}

/** The server points at a place in the statement: what it quotes was written there, and stands in no row. */
export function isAboutText({ position }: pg.DatabaseError): boolean {
  return position !== undefined;
}

/** PostgreSQL's name of a condition; null where it is not among those that tell of data. */
export function conditionName(code: string): string | null {
  return conditions[code] ?? null;
}

function conditionOf({ code = "", constraint, column, table }: pg.DatabaseError): string {
  const name = conditions[code] ?? `a condition of class ${code.slice(0, 2)}`;
  const object = constraint ?? column;
  return code.startsWith("23") && object && table ? `${name} of ${object} on ${table}` : name;
}

/** PostgreSQL's names of the conditions that tell of data. */
const conditions: Record<string, string> = {
  "22000": "data exception",
  "22001": "string data right truncation",
  "22003": "numeric value out of range",
  "22004": "null value not allowed",
  "22007": "invalid datetime format",
  "22008": "datetime field overflow",
  "22009": "invalid time zone displacement value",
  "2200G": "most specific type mismatch",
  "2200M": "invalid XML document",
  "2200N": "invalid XML content",
  "22011": "substring error",
  "22012": "division by zero",
  "22015": "interval field overflow",
  "22018": "invalid character value for cast",
  "22019": "invalid escape character",
  "2201B": "invalid regular expression",
  "2201E": "invalid argument for logarithm",
  "2201F": "invalid argument for power function",
  "2201W": "invalid row count in limit clause",
  "2201X": "invalid row count in result offset clause",
  "22021": "character not in repertoire",
  "22023": "invalid parameter value",
  "22025": "invalid escape sequence",
  "22026": "string data length mismatch",
  "2202E": "array subscript error",
  "22030": "duplicate JSON object key value",
  "22032": "invalid JSON text",
  "22033": "invalid SQL/JSON subscript",
  "22034": "more than one SQL/JSON item",
  "22035": "no SQL/JSON item",
  "22038": "singleton SQL/JSON item required",
  "2203A": "SQL/JSON member not found",
  "2203F": "SQL/JSON scalar required",
  "22P01": "floating point exception",
  "22P02": "invalid text representation",
  "22P03": "invalid binary representation",
  "22P05": "untranslatable character",
  "23000": "integrity constraint violation",
  "23001": "restrict violation",
  "23502": "not null violation",
  "23503": "foreign key violation",
  "23505": "unique violation",
  "23514": "check violation",
  "23P01": "exclusion violation",
  "42601": "syntax error",
  "42602": "invalid name",
  P0001: "an exception that a function raises",
  P0002: "no data found",
  P0003: "too many rows",
  P0004: "an assertion of a function that does not hold",
};
