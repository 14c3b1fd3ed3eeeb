import pg from "pg";
import { expect, test } from "vitest";
import { writtenSqlSentence } from "./written-sql";

function fromServer(code: string, message: string): Error {
  return Object.assign(new pg.DatabaseError(message, message.length, "error"), { code });
}

test("what is wrong with the text is told in PostgreSQL's words", () => {
  expect(writtenSqlSentence(fromServer("42703", "column t.totl does not exist"))).toBe(
    "PostgreSQL does not understand it: column t.totl does not exist (42703).",
  );
});

test("what is not permitted names nothing, and other failures are told as everywhere", () => {
  expect(writtenSqlSentence(fromServer("42501", "permission denied for table secrets"))).not.toContain("secrets");
  expect(writtenSqlSentence(fromServer("57014", "canceling statement"))).toContain("longer than it may");
});
