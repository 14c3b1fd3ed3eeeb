import { expect, it } from "vitest";
import { refuseOld } from "./check-database";

it("refuses a server that is too old to be trusted with, and says which one it is", () => {
  expect(() => refuseOld(130_023, "DATABASE_URL")).toThrow(
    "DATABASE_URL is PostgreSQL 13, and Plumbline needs 14 or newer: upgrade the server first.",
  );
  expect(() => refuseOld(140_000, "DATABASE_URL")).not.toThrow();
});
