import fc from "fast-check";
import { expect, test } from "vitest";
import { readCursor } from "./cursor";
import type { SortOrder } from "./define";
import type { Comparison, Segment } from "./page-segments";
import { readPage } from "./read-page";

interface Row extends Record<string, unknown> {
  id: number;
  at: number | null;
}

const tables = fc.uniqueArray(
  fc.record({ id: fc.integer(), at: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }) }),
  { selector: (row) => row.id, maxLength: 60 },
);
const orders: fc.Arbitrary<SortOrder> = fc.record({
  column: fc.constantFrom("at", "id"),
  direction: fc.constantFrom("asc", "desc"),
});

test("walking forward shows every row once, in order, rows without a value last", async () => {
  await fc.assert(
    fc.asyncProperty(tables, orders, fc.integer({ min: 1, max: 9 }), async (table, order, pageRows) => {
      const { ids } = await walk(table, order, pageRows);
      expect(ids.flat()).toEqual(sorted(table, order).map((row) => row.id));
    }),
  );
});

test("walking back from the last page shows the same pages' rows in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(tables, orders, fc.integer({ min: 1, max: 9 }), async (table, order, pageRows) => {
      const forward = await walk(table, order, pageRows);
      const back = [forward.ids.at(-1) ?? []];
      let previous = forward.previous;
      while (previous !== null) {
        const page = await read(table, order, pageRows, previous);
        back.unshift(page.rows.map((row) => row.id as number));
        previous = page.previous;
      }
      expect(back.flat()).toEqual(forward.ids.flat());
    }),
  );
});

async function walk(table: Row[], order: SortOrder, pageRows: number) {
  const ids: number[][] = [];
  let next: string | null | undefined;
  let previous: string | null = null;
  while (next !== null) {
    const page = await read(table, order, pageRows, next ?? null);
    ids.push(page.rows.map((row) => row.id as number));
    previous = page.previous;
    next = page.next;
  }
  return { ids, previous };
}

function read(table: Row[], order: SortOrder, pageRows: number, cursor: string | null) {
  return readPage(
    { order, key: "id", cursor: cursor === null ? null : readCursor(cursor, order), pageRows },
    async (segment, rows) => select(table, segment).slice(0, rows),
  );
}

/** What the database would answer. */
function select(table: Row[], { where, order }: Segment): Row[] {
  return table
    .filter((row) => where.every((comparison) => holds(row[comparison.column], comparison)))
    .sort((a, b) => {
      for (const { column, direction } of order) {
        const difference = Number(a[column]) - Number(b[column]);
        if (difference !== 0) return direction === "asc" ? difference : -difference;
      }
      return 0;
    });
}

function holds(value: unknown, comparison: Comparison): boolean {
  if (comparison.is === "null") return value === null;
  if (value === null || comparison.is === "like") return false;
  if (comparison.is === "not null") return true;
  const [left, right] = [Number(value), Number(comparison.value)];
  return comparison.is === "=" ? left === right : comparison.is === "<" ? left < right : left > right;
}

function sorted(table: Row[], { column, direction }: SortOrder): Row[] {
  const order: SortOrder[] = [
    { column, direction },
    { column: "id", direction },
  ];
  const filled = select(table, { where: [{ column, is: "not null" }], order });
  return [...filled, ...select(table, { where: [{ column, is: "null" }], order })];
}
