import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "./lay-out";
import type { Box, Line } from "./types";

const size = { width: 200, height: 56 };
const line = (child: string, parent: string, id = `${child}>${parent}`): Line => ({ id, child, parent, label: null });
const sized = (...ids: string[]) => ids.map((id) => ({ id, ...size }));

describe("the layout of the map", () => {
  it("has children left of their parents", () => {
    const { tables } = layOut(sized("orders", "people", "items"), [line("orders", "people"), line("items", "orders")]);
    expect(x(tables, "items")).toBeLessThan(x(tables, "orders"));
    expect(x(tables, "orders")).toBeLessThan(x(tables, "people"));
  });

  it("leads each line from the side of the child to the side of the parent", () => {
    const { tables, lines } = layOut(sized("orders", "people"), [line("orders", "people")]);
    const placed = lines.get("orders>people");
    expect(placed?.curve[0]).toMatchObject({ x: x(tables, "orders") + 200 });
    expect(placed?.tip).toMatchObject({ x: x(tables, "people") });
    expect(placed?.curve.at(-1)).toEqual(placed?.tip);
  });

  it("tells two references of the same tables apart", () => {
    const label = { width: 80, height: 20 };
    const both = ["billed", "shipped"].map((id) => ({ ...line("orders", "people", id), label }));
    const { lines } = layOut(sized("orders", "people"), both);
    const [first, second] = [lines.get("billed"), lines.get("shipped")];
    expect(Math.abs((first?.label.y ?? 0) - (second?.label.y ?? 0))).toBeGreaterThanOrEqual(20);
  });

  it("draws a reference of a table to itself below the table", () => {
    const { tables, lines } = layOut(sized("tree"), [line("tree", "tree", "up"), line("tree", "tree", "root")]);
    const bottom = (tables.get("tree")?.y ?? 0) + size.height;
    const [up, root] = [lines.get("up"), lines.get("root")];
    expect(up?.label.y).toBeGreaterThan(bottom);
    expect(root?.label.y).toBeGreaterThan(up?.label.y ?? 0);
  });

  it("copes with circles and with no table at all", () => {
    expect(layOut(sized("a", "b"), [line("a", "b"), line("b", "a")]).lines.size).toBe(2);
    expect(layOut([], [])).toMatchObject({ width: 0, height: 0 });
  });

  it("spreads tables without references over the whole picture", () => {
    const { width, height } = layOut(sized(...Array.from({ length: 100 }, (_, at) => `t${at}`)), []);
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2.5);
  });

  it("never lays one table over another, and keeps all inside the picture", () => {
    const lineBetween = fc.tuple(fc.nat(14), fc.nat(14));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.array(lineBetween, { maxLength: 25 }), (count, pairs) => {
        const tables = sized(...Array.from({ length: count }, (_, at) => `t${at}`));
        const lines = pairs.map(([child, parent], at) => line(`t${child % count}`, `t${parent % count}`, `l${at}`));
        const placed = layOut(tables, lines);
        const boxes = [...placed.tables.values()];
        expect(placed.lines.size).toBe(lines.length);
        expect(boxes.some((left, at) => boxes.slice(at + 1).some((right) => overlap(left, right)))).toBe(false);
        for (const box of boxes) {
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-0.001);
          expect(box.x + box.width).toBeLessThanOrEqual(placed.width + 0.001);
          expect(box.y + box.height).toBeLessThanOrEqual(placed.height + 0.001);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function x(tables: Map<string, Box>, id: string): number {
  return tables.get(id)?.x ?? Number.NaN;
}

function overlap(left: Box, right: Box): boolean {
  const apart = (from: number, length: number, other: number) => from + length <= other + 0.001;
  return !(
    apart(left.x, left.width, right.x) ||
    apart(right.x, right.width, left.x) ||
    apart(left.y, left.height, right.y) ||
    apart(right.y, right.height, left.y)
  );
}
