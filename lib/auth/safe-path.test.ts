import fc from "fast-check";
import { expect, it } from "vitest";
import { safePath } from "./safe-path";

it("keeps a path of ours, with its query", () => {
  expect(safePath("/findings?status=failing#rows")).toBe("/findings?status=failing#rows");
});

it.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/.//evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "evil",
  "",
  undefined,
  ["/a"],
])("goes to the overview instead of %j", (next) => {
  expect(safePath(next)).toBe("/");
});

it("never leads to another origin", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("/", "//", "/\\", "\\", "http:", ""), (text, start) => {
      expect(new URL(safePath(start + text), "http://console.example").origin).toBe("http://console.example");
    }),
  );
});
