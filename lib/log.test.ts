import { expect, it } from "vitest";
import { describeError, hidePasswords } from "./log";

it("hides the password of an address wherever it stands", () => {
  expect(hidePasswords("cannot reach postgres://ops:hunter2@db.example.com:5432/shop today")).toBe(
    "cannot reach postgres://ops:[hidden]@db.example.com:5432/shop today",
  );
});

it("writes of an error only what names no values and no settings", () => {
  const cause = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: "Key (email)=(customer@example.com) already exists.",
    connectionString: "postgres://ops:hunter2@db/shop",
  });
  const written = describeError(new Error("the run failed", { cause }));
  expect(written).toMatchObject({ message: "the run failed", cause: { message: "duplicate key", code: "23505" } });
  expect(JSON.stringify(written)).not.toMatch(/hunter2|customer@example\.com/);
});
