import pg from "pg";
import { expect, test } from "vitest";
import { rowFailure } from "./row-failure";

function fromServer(code: string, message: string, more: Partial<pg.DatabaseError> = {}): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, message.length, "error"), { code, ...more });
}

test.each([
  [
    "P0001",
    "PL/pgSQL function shop.guard_people(text) line 7 at RAISE",
    "The function shop.guard_people, which a trigger of the table calls, refused it (line 7). What it said may quote a row, so it is only in the log of Plumbline's server.",
  ],
  [
    "PT409",
    "PL/pgSQL function guard_people() line 3 at RAISE\nSQL statement \"update people set ssn = '123-45-6789'\"",
    "The function guard_people, which a trigger of the table calls, refused it (line 3). What it said may quote a row, so it is only in the log of Plumbline's server.",
  ],
  ["53100", "PL/pgSQL function keep() line 3 at RAISE", "The database has no disk space left."],
  ["P0001", undefined, "PostgreSQL refused: an exception that a function raises (P0001)."],
])("what a trigger says of a row is not repeated: %s", (code, where, sentence) => {
  const failure = rowFailure(fromServer(code, "123-45-6789 is taken", { where }));
  expect(failure).toMatchObject({ code: "conflict", message: sentence });
});

test("a constraint or column that refuses is named", () => {
  const more = { constraint: "ssn_shape", table: "people", column: "ssn" };
  expect(rowFailure(fromServer("23514", "123-45-6789", more))).toMatchObject({
    message: "The constraint ssn_shape of people does not allow it.",
  });
  expect(rowFailure(fromServer("23502", "null value", more))).toMatchObject({ message: "people.ssn may not be NULL." });
});
