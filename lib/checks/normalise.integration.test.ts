import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { normalEmail, normalPhone } from "./normalise";

describe("normalised contact data", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  async function phones(written: (string | null)[], code: string): Promise<(string | null)[]> {
    const { rows } = await sql<{ phone: string | null }>`
      select ${normalPhone(sql`v`, code)} as phone
      from unnest(${written}::text[]) with ordinality as list (v, place)
      order by place
    `.execute(database.db);
    return rows.map(({ phone }) => phone);
  }

  async function emails(written: (string | null)[]): Promise<(string | null)[]> {
    const { rows } = await sql<{ email: string | null }>`
      select ${normalEmail(sql`v`)} as email
      from unnest(${written}::text[]) with ordinality as list (v, place)
      order by place
    `.execute(database.db);
    return rows.map(({ email }) => email);
  }

  // As libphonenumber formats them with the country of the calling code as the default.
  it.each([
    ["91", "+919876543210", "+919876543210"],
    ["91", "+91 98765 43210", "+919876543210"],
    ["91", "+91-98765-43210", "+919876543210"],
    ["91", "00919876543210", "+919876543210"],
    ["91", "0 98765 43210", "+919876543210"],
    ["91", "09876543210", "+919876543210"],
    ["91", "9876543210", "+919876543210"],
    ["91", "919876543210", "+919876543210"],
    ["91", "9123456789", "+919123456789"],
    ["91", "+91 (0)98765 43210", "+919876543210"],
    ["91", "tel:+91-98765-43210", "+919876543210"],
    ["91", "98765 43210 ext. 12", "+919876543210"],
    ["91", "+1 (202) 555-0123", "+12025550123"],
    ["91", "0044 20 7946 0958", "+442079460958"],
    ["1", "(202) 555-0123", "+12025550123"],
    ["1", "1-202-555-0123", "+12025550123"],
    ["1", "202.555.0123 x99", "+12025550123"],
    ["44", "020 7946 0958", "+442079460958"],
    ["44", "447911123456", "+447911123456"],
    ["49", "0170 1234567", "+491701234567"],
    ["86", "13812345678", "+8613812345678"],
    ["86", "8613812345678", "+8613812345678"],
  ])("with the code %s, %s is %s", async (code, written, expected) => {
    expect(await phones([written], code)).toEqual([expected]);
  });

  it("takes what cannot be a number for none", async () => {
    const none = [null, "", "   ", "+", "n/a", "123", "0000", "12345678901234567890"];
    expect(await phones(none, "91")).toEqual(none.map(() => null));
  });

  it("gives every spelling of a number the same form, and leaves that form as it is", async () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const national = fc.tuple(fc.integer({ min: 6, max: 9 }), fc.array(digit, { minLength: 9, maxLength: 9 }));
    const separator = fc.constantFrom("", " ", "-", ".", " - ", "/", "\t");
    await fc.assert(
      fc.asyncProperty(
        national,
        fc.array(separator, { minLength: 10, maxLength: 10 }),
        async ([first, rest], separators) => {
          const digits = [first, ...rest];
          const spaced = digits.map((d, at) => `${d}${separators[at]}`).join("");
          const spellings = ["+91 ", "0091", "0", "", " +91(0)", "91"].map((prefix) => `${prefix}${spaced}`);
          const expected = `+91${digits.join("")}`;
          expect(await phones(spellings, "91")).toEqual(spellings.map(() => expected));
          expect(await phones([expected], "91")).toEqual([expected]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("trims addresses and writes them in lower case; what has no @ is none", async () => {
    const written = [" Anna@Example.TEST\n", "anna@example.test", "", "  ", null, "unknown", "@", "a@"];
    expect(await emails(written)).toEqual([
      "anna@example.test",
      "anna@example.test",
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
