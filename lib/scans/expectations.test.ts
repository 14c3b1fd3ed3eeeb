import { describe, expect, it } from "vitest";
import { createCatalog } from "@/lib/catalog/read-catalog";
import type { Table, UndeclaredReference } from "@/lib/catalog/types";
import { judge } from "@/lib/scan/verdicts";
import { expectationsOf } from "./expectations";

const count = 1_000;
const catalog = createCatalog({
  serverVersion: 180_000,
  extensions: [],
  tables: Array.from({ length: count }, (_, at) => table(at)),
  declaredKeys: [],
});
const references = Array.from({ length: count }, (_, at) => [1, 2, 3].map((step) => reference(at, step))).flat();

// A search of all references for each of them takes a multiple of that: the time would grow with the square of the tables.
describe("what is expected of a thousand tables", () => {
  it("is known in seconds with thousands of references that nothing declares", () => {
    const started = performance.now();
    const expected = expectationsOf({ ...catalog, undeclared: references });
    expect(expected.length).toBeGreaterThan(count * 6);
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  it("is judged in seconds with thousands of references that nobody could look at", () => {
    const unread = { ...catalog, unmeasured: references.map((one) => ({ ...one, reason: "There was no time." })) };
    const started = performance.now();
    const found = expectationsOf(unread).map((expectation) => judge(expectation, unread));
    expect(found.filter((one) => "status" in one && one.status === "not_checked")).toHaveLength(references.length * 2);
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});

function reference(at: number, step: number): UndeclaredReference {
  return {
    table: { schema: "public", name: `thing${at}` },
    columns: [`part${step}_id`],
    parent: { schema: "public", name: `thing${(at * 7 + step) % count}` },
    parentColumns: ["id"],
    inferred: true,
  };
}

function table(at: number): Table {
  return {
    schema: "public",
    name: `thing${at}`,
    kind: "table",
    columns: ["id", "part1_id", "part2_id", "part3_id"].map((name) => ({
      name,
      type: "bigint",
      nullable: name !== "id",
      default: null,
      identity: null,
      generated: false,
      comment: null,
    })),
    primaryKey: { name: `thing${at}_pkey`, columns: ["id"], kind: "primary" },
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    rowEstimate: null,
    readable: true,
    rowLevelSecurity: false,
  };
}
