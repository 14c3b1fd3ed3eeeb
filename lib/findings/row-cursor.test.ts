import { expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "./row-cursor";

const key = ["order", "line"];
const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

it("comes back as the key that it stands for", () => {
  const cursor = encodeCursor(key, { order: "7", line: "ä\u0001", note: "x" });
  expect(decodeCursor(key, cursor)).toEqual({ order: "7", line: "ä\u0001" });
});

it.each([
  ["that somebody made up", made(["abc", "2"])],
  ["that was changed", encodeCursor(key, { order: "7", line: "1" }).replace(/^..../, "WyJ4")],
  ["that was cut", encodeCursor(key, { order: "7", line: "1" }).slice(0, -2)],
  ["of other columns", encodeCursor(["line", "order"], { order: "7", line: "1" })],
  ["that is no list", made({ order: "7" })],
  ["that is nothing", ""],
])("one %s is refused before PostgreSQL is asked to read its values", (_what, cursor) => {
  expect(() => decodeCursor(key, cursor)).toThrow("The address of this page is not valid");
});
