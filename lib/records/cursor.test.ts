import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cursor, readCursor, writeCursor } from "./cursor";

const cursors: fc.Arbitrary<Cursor> = fc.record({
  sort: fc.string(),
  direction: fc.constantFrom("asc", "desc"),
  towards: fc.constantFrom("next", "previous"),
  value: fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.boolean(), fc.constant(null)),
  key: fc.oneof(fc.string({ unit: "binary" }), fc.integer()),
});

test("a cursor that is written is read back as it was", () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(readCursor(writeCursor(cursor), { column: cursor.sort, direction: cursor.direction })).toEqual(cursor);
    }),
  );
});

test("a cursor of another order is refused", () => {
  const cursor = writeCursor({ sort: "created_at", direction: "desc", towards: "next", value: "x", key: "1" });
  expect(readCursor(cursor, { column: "created_at", direction: "asc" })).toBeNull();
  expect(readCursor(cursor, { column: "name", direction: "desc" })).toBeNull();
});

test("text that is no cursor is refused, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor(text, { column: "created_at", direction: "desc" })).toBeNull();
    }),
  );
});
