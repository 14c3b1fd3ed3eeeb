import { type SqlBool, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createCatalog } from "@/lib/catalog/read-catalog";
import type { Table } from "@/lib/catalog/types";
import { changeColumnType } from "./change-column-type";
import { isTypeName } from "./convert-column";

const table: Table = {
  schema: "shop",
  name: "visits",
  kind: "table",
  columns: [
    { name: "who", type: "bigint", nullable: false, default: null, identity: null, generated: false, comment: null },
  ],
  primaryKey: null,
  uniqueKeys: [],
  foreignKeys: [],
  indexes: [],
  triggers: [],
  rowEstimate: null,
  readable: true,
  rowLevelSecurity: false,
};

const context = (facts: { bytes: string; rows: string | null }) => ({
  check: "column_type_mismatch" as const,
  fault: { joins: [], where: sql<SqlBool>`false` },
  catalog: createCatalog({ serverVersion: 180004, extensions: [], tables: [table], declaredKeys: [] }),
  table,
  target: { kind: "column" as const, table, column: "who", type: "text" },
  input: {},
  facts: { dependents: [], uncarried: [], oddities: [], taken: [], updates: [], losses: "0", ...facts },
});

function isFilledInParts(facts: { bytes: string; rows: string | null }): boolean {
  expect(changeColumnType.refuses(context(facts))).toBeNull();
  const plan = changeColumnType.plan(context(facts));
  return plan.form === "schema" && plan.steps.some(({ repeats }) => repeats);
}

describe("change-column-type", () => {
  it("rewrites up to two million rows and a gigabyte in place", () => {
    expect(isFilledInParts({ bytes: "1073741823", rows: "2000000" })).toBe(false);
  });

  it("fills a second column where writers would have to wait for more rows, or for more than can be counted", () => {
    expect(isFilledInParts({ bytes: "1000", rows: "2000001" })).toBe(true);
    expect(isFilledInParts({ bytes: String(5 * 1024 ** 3), rows: null })).toBe(true);
  });
});

describe("the name of a type", () => {
  it.each(["text", "character varying(20)", "numeric(10,2)", "timestamp(3) with time zone", 'app."Odd ""Type"""[]'])(
    "may be %s",
    (type) => expect(isTypeName(type)).toBe(true),
  );

  it.each(["", "text;", "text using null", "a b c", "text)", "'x'", "int--"])("is not %s", (type) =>
    expect(isTypeName(type)).toBe(false),
  );
});
