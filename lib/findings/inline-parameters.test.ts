import { describe, expect, it } from "vitest";
import { inlineParameters } from "./inline-parameters";

describe("inlineParameters", () => {
  it("writes values out as literals", () => {
    const parameters = ["it's", 5, null, true, ["a", "b"], "back\\slash"];
    expect(inlineParameters({ sql: "$1, $2, $3, $4, $5, $6", parameters })).toBe(
      "'it''s', 5, null, true, array['a', 'b'], e'back\\\\slash'",
    );
  });

  it("leaves alone what only looks like a parameter", () => {
    const sql = `select "a""$1", '$1''$1' from "$1 b" where c = $1`;
    expect(inlineParameters({ sql, parameters: ["x"] })).toBe(`select "a""$1", '$1''$1' from "$1 b" where c = 'x'`);
  });
});
