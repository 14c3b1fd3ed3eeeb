import pg from "pg";
import { describe, expect, it } from "vitest";
import { databaseSentence, isConnectionLost, isLockTimeout, isStatementTimeout, sqlState } from "./errors";

function fromServer(code: string, message = "m"): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, 1, "error"), { code });
}

describe("errors of the database", () => {
  it("tell a lock from a slow query", () => {
    expect(isLockTimeout(fromServer("55P03"))).toBe(true);
    expect(isStatementTimeout(fromServer("57014"))).toBe(true);
    expect(isLockTimeout(fromServer("57014"))).toBe(false);
  });

  it.each([
    fromServer("57P01"),
    fromServer("25P03"),
    fromServer("08006"),
    Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    new Error("Connection terminated unexpectedly"),
  ])("know a lost connection: %s", (error) => {
    expect(isConnectionLost(error)).toBe(true);
    expect(databaseSentence(error)).toBe("The connection to the database was lost.");
  });

  it.each([new Error("x"), null, "x", { code: 5 }])("have no state where the server said nothing: %s", (error) => {
    expect(sqlState(error)).toBeNull();
    expect(isConnectionLost(error)).toBe(false);
    expect(databaseSentence(error)).toBe("The database could not be asked.");
  });

  it("quote the server only where there is no sentence of our own", () => {
    expect(databaseSentence(fromServer("42501", "permission denied for table secrets"))).not.toContain("secrets");
    expect(databaseSentence(fromServer("22012", "division by zero"))).toBe(
      "PostgreSQL refused: division by zero (22012).",
    );
  });
});
