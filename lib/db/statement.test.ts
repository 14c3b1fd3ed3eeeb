import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { columnList, keyJson, rowImage, tableSql } from "./sql";
import { compileStatement } from "./statement";

describe("compileStatement", () => {
  it("gives text and parameters apart, for PostgreSQL", () => {
    const builder = sql`select ${"it's"} from ${tableSql({ schema: "a b", name: 'c"d' })} where x = ${5}`;
    expect(compileStatement(builder)).toEqual({
      sql: 'select $1 from "a b"."c""d" where x = $2',
      parameters: ["it's", 5],
    });
  });

  it("takes away the margin of the code that a statement stands in", () => {
    const { sql: text } = compileStatement(sql`
      select a
      from b
        where c
    `);
    expect(text).toBe("select a\nfrom b\n  where c");
  });

  it("leaves a text that spans lines as it is", () => {
    const { sql: text } = compileStatement(sql`
      select ${sql.lit("one\n      two")}`);
    expect(text).toContain("'one\n      two'");
  });

  it("writes the names of a row image where a person can read them", () => {
    expect(compileStatement(rowImage("t", ["id", "it's"]))).toEqual({
      sql: `jsonb_object(array['id', 'it''s']::text[], array["t"."id"::text, "t"."it's"::text]::text[])`,
      parameters: [],
    });
    expect(compileStatement(keyJson("t", ["a\\'b"])).sql).toContain("E'a\\\\''b'");
    expect(compileStatement(columnList(["a", "b"])).sql).toBe('"a", "b"');
  });
});
