import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { readCatalog } from "../read-catalog";
import { inForce } from "./in-force";
import { inferReferences } from "./infer-references";
import type { InferredReferences, ReferenceCandidate } from "./types";

/** Every reference of the schemas that a person would declare, as "table (columns) → parent (columns)". */
const truths: Record<string, string[]> = {
  music: [
    "Album (ArtistId) → Artist (ArtistId)",
    "Customer (SupportRepId) → Employee (EmployeeId)",
    "Employee (ReportsTo) → Employee (EmployeeId)",
    "Invoice (CustomerId) → Customer (CustomerId)",
    "InvoiceLine (InvoiceId) → Invoice (InvoiceId)",
    "InvoiceLine (TrackId) → Track (TrackId)",
    "PlaylistTrack (PlaylistId) → Playlist (PlaylistId)",
    "PlaylistTrack (TrackId) → Track (TrackId)",
    "Track (AlbumId) → Album (AlbumId)",
    "Track (GenreId) → Genre (GenreId)",
    "Track (MediaTypeId) → MediaType (MediaTypeId)",
  ],
  trade: [
    "customercustomerdemo (customerid) → customers (customerid)",
    "customercustomerdemo (customertypeid) → customerdemographics (customertypeid)",
    "employees (reportsto) → employees (employeeid)",
    "employeeterritories (employeeid) → employees (employeeid)",
    "employeeterritories (territoryid) → territories (territoryid)",
    "orderdetails (orderid) → orders (orderid)",
    "orderdetails (productid) → products (productid)",
    "orders (customerid) → customers (customerid)",
    "orders (employeeid) → employees (employeeid)",
    "orders (shipvia) → shippers (shipperid)",
    "products (categoryid) → categories (categoryid)",
    "products (supplierid) → suppliers (supplierid)",
    "territories (regionid) → region (regionid)",
  ],
  rental: [
    "address (city_id) → city (city_id)",
    "city (country_id) → country (country_id)",
    "customer (address_id) → address (address_id)",
    "customer (store_id) → store (store_id)",
    "film (language_id) → language (language_id)",
    "film (original_language_id) → language (language_id)",
    "film_actor (actor_id) → actor (actor_id)",
    "film_actor (film_id) → film (film_id)",
    "film_category (category_id) → category (category_id)",
    "film_category (film_id) → film (film_id)",
    "inventory (film_id) → film (film_id)",
    "inventory (store_id) → store (store_id)",
    "payment (customer_id) → customer (customer_id)",
    "payment (rental_id) → rental (rental_id)",
    "payment (staff_id) → staff (staff_id)",
    "rental (customer_id) → customer (customer_id)",
    "rental (inventory_id) → inventory (inventory_id)",
    "rental (staff_id) → staff (staff_id)",
    "staff (address_id) → address (address_id)",
    "staff (store_id) → store (store_id)",
    "store (address_id) → address (address_id)",
    "store (manager_staff_id) → staff (staff_id)",
  ],
  "Shop One": [
    "categories (parent_id) → categories (id)",
    "customers (country) → countries (code)",
    "comments (author_id) → users (id)",
    "order_lines (order_id) → orders (id)",
    "order_lines (product_id) → products (id)",
    "order_lines (sku) → products (sku)",
    "orders (Customer ID) → customers (id)",
    "orders (billingCustomerId) → customers (id)",
    "orders (created_by) → users (id)",
    "orders (tenant_id) → tenants (id)",
    "products (category_id) → categories (id)",
    "products (created_by) → users (id)",
    "shipments (id_customer) → customers (id)",
    "shipments (order_id) → orders (id)",
    "shipments (order_id, line_no) → order_lines (order_id, line_no)",
    "user_settings (user_id) → users (id)",
    // Nothing to compare their values with, and of another shop.
    "vouchers (customer_id) → customers (id)",
    "refunds (order_id) → orders (id)",
  ],
};

/** What no sample can tell: a name that says nothing, an empty table, a role that only numbers bear out. */
const onlySuggested = [
  "Customer (SupportRepId) → Employee (EmployeeId)",
  "customercustomerdemo (customerid) → customers (customerid)",
  "customercustomerdemo (customertypeid) → customerdemographics (customertypeid)",
  "vouchers (customer_id) → customers (id)",
  "refunds (order_id) → orders (id)",
];
const unknowable = ["orders (shipvia) → shippers (shipperid)"];

/** Rows that are kept on purpose, and keys of other systems: near enough to ask about. */
const lookAlikes = [
  "audit_log (order_id) → orders (id)",
  "audit_log (user_id) → users (id)",
  "orders (legacy_customer_id) → customers (id)",
  "orders_archive (customer_id) → customers (id)",
  "orders_archive (order_id) → orders (id)",
];

describe("inferReferences", () => {
  let database: TestDatabase;
  let inferred: InferredReferences;
  const run = (text: string) => database.pool.query(text);
  const infer = async () => inferReferences(database.db, await readCatalog(database.db));
  const labels = (candidates: ReferenceCandidate[]) => candidates.map(labelOf).toSorted();
  const all = Object.values(truths).flat();

  beforeAll(async () => {
    database = await createEmptyDatabase();
    for (const name of ["music", "trade", "rental", "shop"]) {
      await run(await readFile(path.join(import.meta.dirname, "testing", `${name}.sql`), "utf8"));
    }
    inferred = await infer();
  });
  afterAll(() => database.drop());

  it("is confident of every reference that names and values bear out, and of nothing else", () => {
    const expected = all.filter((truth) => ![...onlySuggested, ...unknowable].includes(truth));
    expect(labels(inferred.candidates.filter(({ confident }) => confident))).toEqual(expected.toSorted());
  });

  it("suggests what only a person can know", () => {
    const suggested = labels(inferred.candidates.filter(({ confident }) => !confident));
    expect(suggested).toEqual(expect.arrayContaining(onlySuggested.toSorted()));
    expect(suggested.filter((label) => !all.includes(label))).toEqual(lookAlikes);
  });

  it("recognises columns that name one table or another, and guesses nothing for them", () => {
    expect(inferred.polymorphic.map(({ idColumn, typeColumn }) => `${typeColumn}, ${idColumn}`)).toEqual([
      "commentable_type, commentable_id",
      "item_type, item_id",
    ]);
    expect(inferred.candidates.flatMap(({ columns }) => columns)).not.toContain("item_id");
  });

  it("takes a column beside the kind of what it names for an ordinary reference", async () => {
    await run(`
      create schema living;
      create table living.flat (id integer primary key);
      create table living.lease (id integer primary key, flat_id integer, flat_type text);
      create table living.photo (id integer primary key, flat_id integer, flat_type text);
      insert into living.flat select generate_series(1, 50);
      insert into living.lease select n, n, case n % 2 when 0 then 'studio' else 'duplex' end from generate_series(1, 60) as n;
      insert into living.photo select n, n, case n % 2 when 0 then 'App\\Models\\Flat' else 'Item' end from generate_series(1, 60) as n`);
    const { candidates, polymorphic } = await infer();
    expect(labels(candidates).filter((label) => label.includes("flat"))).toEqual(["lease (flat_id) → flat (id)"]);
    expect(polymorphic.filter(({ table }) => table.schema === "living").map(({ table }) => table.name)).toEqual([
      "photo",
    ]);
    const holder = await database.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("lock table living.lease in access exclusive mode");
      const { unmeasured } = inForce((await infer()).candidates);
      expect(unmeasured.filter(({ table }) => table.schema === "living")).toMatchObject([
        { table: { name: "lease" }, columns: ["flat_id"], reason: "Somebody else holds a lock on the table." },
      ]);
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    await run("drop schema living cascade");
  });

  it("gives its evidence with every candidate, the best first", () => {
    const lines = inferred.candidates.find(
      (candidate) => labelOf(candidate) === "InvoiceLine (InvoiceId) → Invoice (InvoiceId)",
    );
    expect(lines).toMatchObject({
      confident: true,
      evidence: { sampledRows: 500, orphanRatio: 0.05, parentIsKey: "primary" },
    });
    expect(lines?.sentence).toBe(
      "music.InvoiceLine (InvoiceId) is named after the key of music.Invoice (InvoiceId), and 190 of 215 different values that were looked up are there.",
    );
    const empty = inferred.candidates.find(({ table }) => table.name === "vouchers");
    expect(empty?.sentence).toBe(
      "Shop One.vouchers (customer_id) is named after the key of Shop One.customers (id), but its values could not be compared: no row has a value.",
    );
    const scores = inferred.candidates.filter(({ confident }) => confident).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });

  it("gives the same answer each time", async () => {
    expect(await infer()).toEqual(inferred);
  });

  it("leaves out what a foreign key declares, of whatever table and proved or not", async () => {
    await run(`alter table music."Album" add foreign key ("ArtistId") references music."Artist" not valid`);
    await run(
      `alter table rental.film_category add foreign key (category_id) references rental.actor (actor_id) not valid`,
    );
    const now = labels((await infer()).candidates);
    expect(now.filter((label) => /^(Album|film_category \(category_id)/.test(label))).toEqual([]);
    await run(`alter table music."Album" drop constraint "Album_ArtistId_fkey"`);
    await run("alter table rental.film_category drop constraint film_category_category_id_fkey");
  });

  it("is not confident of what it could not read, and says why", async () => {
    const holder = await database.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("lock table trade.categories in access exclusive mode");
      const { candidates } = await infer();
      const locked = candidates.find(
        (candidate) => labelOf(candidate) === "products (categoryid) → categories (categoryid)",
      );
      expect(locked).toMatchObject({
        confident: false,
        evidence: { overlap: null, unknown: "Somebody else holds a lock on the table." },
      });
    } finally {
      await holder.query("rollback");
      holder.release();
    }
  });

  it("reads nothing any more once its time is up", async () => {
    const { candidates } = await inferReferences(database.db, await readCatalog(database.db), { budgetMs: 0 });
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.filter(({ confident, evidence }) => confident || evidence.sampled > 0)).toEqual([]);
  });
});

function labelOf({ table, columns, parent, parentColumns }: ReferenceCandidate): string {
  return `${table.name} (${columns.join(", ")}) → ${parent.name} (${parentColumns.join(", ")})`;
}
