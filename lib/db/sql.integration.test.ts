import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { columnSql, keyJson, rowImage, tableSql } from "./sql";
import { compileStatement, executeStatement } from "./statement";

/** Any name that PostgreSQL can keep: at most 63 bytes, anything in it but the zero character. */
const identifier = fc
  .string({ unit: "binary", minLength: 1, maxLength: 63 })
  .filter((name) => name.isWellFormed() && !name.includes("\0") && Buffer.byteLength(name) <= 63);

describe("identifiers", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  it("are themselves, whatever Unicode, quotes, spaces and capitals they are made of", async () => {
    const names = fc.record({
      schema: identifier.filter(
        (name) => !name.startsWith("pg_") && name !== "public" && name !== "information_schema",
      ),
      table: identifier,
      columns: fc.uniqueArray(identifier, { minLength: 2, maxLength: 4 }),
      value: fc.string({ unit: "binary" }).filter((text) => text.isWellFormed() && !text.includes("\0")),
    });
    await fc.assert(
      fc.asyncProperty(names, async ({ schema, table, columns, value }) => {
        const name = { schema, name: table };
        const declared = columns.map((column) => sql`${sql.id(column)} text`);
        await sql`create schema ${sql.id(schema)}`.execute(database.db);
        try {
          await sql`create table ${tableSql(name)} (${sql.join(declared)})`.execute(database.db);
          await sql`insert into ${tableSql(name)} (${sql.id(columns[0] ?? "")}) values (${value})`.execute(database.db);
          const query = compileStatement(sql`
            select ${rowImage("t", columns)} as image, ${keyJson("t", columns.slice(0, 1))} as key
            from ${tableSql(name)} as t
            where ${columnSql("t", columns[0] ?? "")} = ${value}
          `);
          const { rows } = await executeStatement(database.db, query);
          const expected = Object.fromEntries(columns.map((column, at) => [column, at === 0 ? value : null]));
          expect(rows).toEqual([{ image: expected, key: { [columns[0] ?? ""]: value } }]);
        } finally {
          await sql`drop schema ${sql.id(schema)} cascade`.execute(database.db);
        }
      }),
      { numRuns: 60 },
    );
  });
});
