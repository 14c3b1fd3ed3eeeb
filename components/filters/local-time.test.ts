import { expect, test } from "vitest";
import { fromLocalInput, toLocalInput } from "./local-time";

test("what the control shows is what it gives back", () => {
  expect(toLocalInput(fromLocalInput("2026-02-03T04:05"))).toBe("2026-02-03T04:05");
});

test("an emptied control is no filter", () => {
  expect(fromLocalInput("")).toBeNull();
  expect(fromLocalInput("soon")).toBeNull();
  expect(toLocalInput(null)).toBe("");
});
