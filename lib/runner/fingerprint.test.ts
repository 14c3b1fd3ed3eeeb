import { expect, test } from "vitest";
import { createCatalog } from "@/lib/catalog/read-catalog";
import type { Table } from "@/lib/catalog/types";
import { fingerprintOf, whatMoved } from "./fingerprint";

const column = {
  name: "id",
  type: "bigint",
  nullable: false,
  default: null,
  identity: null,
  generated: false,
  comment: null,
} as const;
const orders: Table = {
  schema: "public",
  name: "orders",
  kind: "table",
  columns: [column],
  primaryKey: { name: "orders_pkey", columns: ["id"], kind: "primary" },
  uniqueKeys: [],
  foreignKeys: [],
  indexes: [],
  triggers: [],
  rowEstimate: 10,
  readable: true,
  rowLevelSecurity: false,
};
const of = (table: Table) =>
  fingerprintOf(createCatalog({ serverVersion: 180000, extensions: [], tables: [table], declaredKeys: [] }), [orders]);

test("names what changed of which table", () => {
  const trigger = { name: "t", enabled: true, definition: "create trigger t" };
  expect(whatMoved(of(orders), of({ ...orders, columns: [{ ...column, type: "text" }] }))).toBe(
    "the columns of public.orders",
  );
  expect(whatMoved(of(orders), of({ ...orders, primaryKey: null, triggers: [trigger] }))).toBe(
    "the keys and triggers of public.orders",
  );
  const index = { name: "i", columns: ["id"], unique: false, valid: true, partial: false, constraint: null };
  expect(whatMoved(of(orders), of({ ...orders, indexes: [index] }))).toBe("the indexes of public.orders");
});

test("does not mind what a plan does not depend on", () => {
  const index = { name: "i", columns: ["id"], unique: false, valid: true, partial: false, constraint: null };
  const used = { ...orders, indexes: [{ ...index, scans: 7, bytes: 8192 }] };
  expect(whatMoved(of({ ...orders, indexes: [index] }), of(used))).toBeNull();
  const analysed = { distinct: 0.5, letters: "capital", common: [{ value: "1", share: 0.5 }] } as const;
  const common = [...analysed.common];
  const same = { ...orders, rowEstimate: 99, columns: [{ ...column, ...analysed, common, comment: "the number" }] };
  expect(whatMoved(of(orders), of(same))).toBeNull();
});
