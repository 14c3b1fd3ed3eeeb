import { expect, it } from "vitest";
import { custom } from "./custom";

it("takes no character that would end the message to PostgreSQL, and breaks the connection with it", () => {
  for (const text of ["id > 1\0", "id >\n1"]) {
    expect(custom.input.safeParse({ action: "delete", where: text }).success).toBe(false);
    expect(custom.input.safeParse({ set: { title: text } }).success).toBe(false);
  }
  expect(custom.input.safeParse({ action: "delete", where: "id > 1" }).success).toBe(true);
});
