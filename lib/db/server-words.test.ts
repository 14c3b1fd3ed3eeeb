import pg from "pg";
import { expect, it } from "vitest";
import { databaseSentence } from "./errors";
import { serverWords } from "./server-words";
import { writtenSqlSentence } from "./written-sql";

function fromServer(code: string, message: string, more: Partial<pg.DatabaseError> = {}): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, message.length, "error"), { code, ...more });
}

it.each([
  ["22P02", 'invalid input syntax for type integer: "123-45-6789"', "invalid text representation (22P02)"],
  ["22008", 'date/time field value out of range: "123-45-6789"', "datetime field overflow (22008)"],
  ["22ZZZ", "123-45-6789", "a condition of class 22 (22ZZZ)"],
  ["42601", 'syntax error in tsquery: "123-45-6789"', "syntax error (42601)"],
  ["P0001", "no such person 123-45-6789", "an exception that a function raises (P0001)"],
  ["PT409", "123-45-6789", "a condition of class PT (PT409)"],
])("no value of a row is repeated: %s", (code, message, words) => {
  const error = fromServer(code, message);
  expect(serverWords(error)).toBe(words);
  expect(databaseSentence(error)).toBe(`PostgreSQL refused: ${words}.`);
  expect(writtenSqlSentence(error)).not.toContain("6789");
});

it("a constraint or column is named, the row that breaks it is not", () => {
  const check = fromServer("23514", "123-45-6789 is none", { constraint: "ssn_shape", table: "people" });
  expect(serverWords(check)).toBe("check violation of ssn_shape on people (23514)");
  const empty = fromServer("23502", "m", { column: "ssn", table: "people" });
  expect(serverWords(empty)).toBe("not null violation of ssn on people (23502)");
});

it("PostgreSQL's own words stay where they name objects of the schema, or what somebody wrote", () => {
  expect(serverWords(fromServer("42P01", 'relation "lost" does not exist'))).toBe(
    'relation "lost" does not exist (42P01)',
  );
  const literal = fromServer("22P02", 'invalid input syntax for type integer: "ten"', { position: "31" });
  expect(writtenSqlSentence(literal)).toBe(
    'PostgreSQL does not understand it: invalid input syntax for type integer: "ten" (22P02).',
  );
});
