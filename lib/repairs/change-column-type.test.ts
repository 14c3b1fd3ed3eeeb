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

const refusal = (facts: { bytes: string; rows: string | null }) =>
  changeColumnType.refuses({
    check: "column_type_mismatch",
    fault: { joins: [], where: sql<SqlBool>`false` },
    catalog: createCatalog({ serverVersion: 180004, extensions: [], tables: [table], declaredKeys: [] }),
    table,
    target: { kind: "column", table, column: "who", type: "text" },
    input: {},
    facts: { dependents: [], losses: "0", ...facts },
  })?.reason;

describe("change-column-type", () => {
  it("rewrites up to two million rows and a gigabyte", () => {
    expect(refusal({ bytes: "1073741823", rows: "2000000" })).toBeUndefined();
  });

  it("refuses more rows than writers can wait for", () => {
    expect(refusal({ bytes: "1000", rows: "2000001" })).toContain("2,000,001 rows");
  });

  it("refuses a table that is too large to be counted", () => {
    expect(refusal({ bytes: String(5 * 1024 ** 3), rows: null })).toContain("has 5 GB");
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
