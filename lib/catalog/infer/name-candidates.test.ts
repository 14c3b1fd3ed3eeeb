import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCatalog } from "../read-catalog";
import type { Table } from "../types";
import { nameCandidates } from "./name-candidates";
import { polymorphicPairs } from "./polymorphic";

describe("nameCandidates", () => {
  it.each([
    ["customers", "id", "orders", "customer_id"],
    ["customers", "id", "orders", "billing_customer_id"],
    ["Customer", "CustomerID", "Order", "Customer ID"],
    ["people", "id", "visits", "person_uuid"],
    ["companies", "cust_no", "orders", "company_id"],
    ["currency", "currency_code", "rates", "from_currency_code"],
    ["products", "sku", "lines", "sku"],
    ["sales_orders", "id", "lines", "salesorder_id"],
    ["kunden", "kundennr", "bestellungen", "kundennr"],
    ["ps_customer", "id_customer", "ps_order", "id_customer"],
    ["users", "id", "posts", "created_by"],
    ["tbl_city", "id", "tbl_shop", "city_id"],
    ["customers", "id", "customers", "referred_by"],
    ["Customer", "id", "Customer", "referredById"],
    ["members", "id", "members", "sponsor_id"],
    ["employees", "id", "employees", "mentor_id"],
    ["messages", "id", "messages", "reply_to_id"],
    ["contracts", "id", "contracts", "previous_id"],
    ["EMP", "EMP_NO", "EMP", "MGR_EMP_NO"],
    ["users", "id", "loans", "borrower_id"],
    ["users", "id", "files", "uploaded_by"],
  ])("sees %s (%s) in %s (%s)", async (parent, key, child, column) => {
    const tables =
      parent === child ? [table(parent, key, column)] : [table(parent, key), table(child, "own_pk", column)];
    expect(await named(tables)).toContainEqual([child, column, parent]);
  });

  it.each([
    ["customers", "id", "customers", "customer_id"],
    ["orders", "id", "products", "orders"],
    ["orders", "id", "orders", "sales_order_id"],
    ["customers", "id", "orders", "identity"],
    ["users", "email", "subscriptions", "email"],
    ["orders", "id", "shipments", "order_no"],
    ["products", "code", "languages", "code"],
    ["events", "id", "events", "sponsor_id"],
    ["orders", "id", "orders", "referred_by"],
    ["readings", "id", "readings", "previous"],
  ])("does not take %s (%s) for the parent of %s (%s)", async (parent, key, child, column) => {
    const tables =
      parent === child ? [table(parent, key, column)] : [table(parent, key), table(child, "own_pk", column)];
    expect((await named(tables)).filter(([of, name]) => of === child && name === column)).toEqual([]);
  });

  it("takes for said what both tables begin with", async () => {
    const strengthIn = async (child: string) => {
      const tables = [table("sale_orders", "id"), table(child, "own_pk", "order_id")];
      return (await nameCandidates(catalogOf(tables), [])).map(({ name }) => name.strength);
    };
    expect(await strengthIn("sale_order_lines")).toEqual([0.9]);
    expect(await strengthIn("rental_lines")).toEqual([0.7]);
  });

  it("never compares what PostgreSQL does not compare", async () => {
    const child = table("orders", "id", "customer_id");
    const [id, ...others] = child.columns;
    if (!id) throw new Error("A table has its key.");
    const orders = { ...child, columns: [id, ...others.map((column) => ({ ...column, type: "uuid" }))] };
    expect(await named([table("customers", "id"), orders])).toEqual([]);
  });

  it("prefers the table next to it over one of the same name elsewhere", async () => {
    const elsewhere = { ...table("customers", "id"), schema: "crm" };
    const orders = table("orders", "id", "customer_id");
    expect(await nameCandidates(catalogOf([elsewhere, orders]), [])).toMatchObject([{ parent: { schema: "crm" } }]);
    expect(await nameCandidates(catalogOf([elsewhere, table("customers", "id"), orders]), [])).toMatchObject([
      { parent: { schema: "public" } },
    ]);
  });

  it("does not take a key that numbers the rows of the child itself for a part of a composite one", async () => {
    const parent = {
      ...table("pa", "id", "batch"),
      uniqueKeys: [{ name: "u", columns: ["id", "batch"], kind: "unique" as const }],
    };
    const composite = async (child: Table) =>
      (await nameCandidates(catalogOf([parent, child]), [])).filter(({ columns }) => columns.length > 1);
    expect(await composite(table("pc", "id", "batch"))).toEqual([]);
    expect(await composite(table("pc", "own_pk", "id", "batch"))).toHaveLength(1);
  });

  it("takes a number within a tenant for the row of that tenant, and no number alone", async () => {
    const within = (name: string, ...columns: string[]): Table => ({
      ...table(name, "tenant_id", "id", ...columns),
      primaryKey: { name: "pk", columns: ["tenant_id", "id"], kind: "primary" },
    });
    const others = [
      within("tasks", "parent_task_id"),
      within("comments", "task_id", "points"),
      within("labels"),
      table("notes", "own_pk", "task_id"),
    ];
    const found = (await nameCandidates(catalogOf(others), [])).filter(({ columns }) => columns.length > 1);
    expect(
      found.map(({ child, columns, parent }) => [child.name, columns.map(({ name }) => name), parent.name]),
    ).toEqual([
      ["tasks", ["tenant_id", "parent_task_id"], "tasks"],
      ["comments", ["tenant_id", "task_id"], "tasks"],
    ]);
  });

  describe("of thousands of tables whose keys are all alike", () => {
    const many = Array.from({ length: 2_000 }, (_, at) =>
      table(`area${at}_item`, "entity_id", "item_id", "own_entity_id"),
    );
    const catalog = catalogOf(many);

    it("takes a time that grows with the tables, and not with their square", async () => {
      const started = performance.now();
      expect(await nameCandidates(catalog, [])).toEqual([]);
      // Holding every column against every key takes a minute.
      expect(performance.now() - started).toBeLessThan(8_000);
    });

    it("still tells the one that is meant from the others", async () => {
      const meant = table("visits", "id", "area77_item_id");
      expect(await nameCandidates(catalogOf([...many, meant]), [])).toMatchObject([
        { child: { name: "visits" }, parent: { name: "area77_item" } },
      ]);
    });

    it("lets others have their turn, and ends when nobody waits for it", async () => {
      const stop = new AbortController();
      setImmediate(() => stop.abort(new Error("cancelled")));
      await expect(nameCandidates(catalog, [], stop.signal)).rejects.toThrow("cancelled");
    });
  });

  it("takes any names whatever", async () => {
    const name = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 63 }),
      fc.constantFrom("id", "_id", "x_id", "id_id", "ID", "constructor", "__proto__", "type", "x_type", "parent_id"),
    );
    const tables = fc.array(fc.tuple(name, fc.uniqueArray(name, { minLength: 1, maxLength: 4 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables, async (drawn) => {
        const made = drawn.map(([of, [key = "id", ...columns]]) => table(of, key, ...columns));
        const found = await nameCandidates(catalogOf(made), made.flatMap(polymorphicPairs));
        expect(found.every(({ name: { strength } }) => strength > 0 && strength <= 1)).toBe(true);
      }),
    );
  });
});

describe("polymorphicPairs", () => {
  it("sees the pairs of Rails and of Django, and not the type of the row itself", () => {
    const pairs = (...columns: string[]) =>
      polymorphicPairs(table("notes", "id", ...columns)).map(({ idColumn }) => idColumn);
    expect(pairs("subject_type", "subject_id")).toEqual(["subject_id"]);
    expect(pairs("subjectType", "subjectId")).toEqual(["subjectId"]);
    expect(pairs("content_type_id", "object_id")).toEqual(["object_id"]);
    expect(pairs("note_type", "note_id")).toEqual([]);
    expect(pairs("type", "author_id")).toEqual([]);
  });
});

async function named(tables: Table[]): Promise<string[][]> {
  const found = await nameCandidates(catalogOf(tables), tables.flatMap(polymorphicPairs));
  return found.map(({ child, columns, parent }) => [child.name, columns[0]?.name ?? "", parent.name]);
}

function catalogOf(tables: Table[]) {
  return createCatalog({ serverVersion: 180_000, extensions: [], tables, declaredKeys: [] });
}

function table(name: string, key: string, ...columns: string[]): Table {
  return {
    schema: "public",
    name,
    kind: "table",
    columns: [key, ...columns].map((column) => ({
      name: column,
      type: "integer",
      nullable: column !== key,
      default: null,
      identity: null,
      generated: false,
      comment: null,
    })),
    primaryKey: { name: `${name}_pkey`, columns: [key], kind: "primary" },
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    rowEstimate: null,
    readable: true,
    rowLevelSecurity: false,
  };
}
