import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { normalEmail, normalPhone } from "@/lib/checks/normalise";
import { leadIdNotNull } from "@/lib/playbooks/lead-id-not-null";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const blanks = ["", " ", "\t", "\n", "\v", "\u00a0"];
const joined = (parts: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...parts), { maxLength }).map((chosen) => chosen.join(""));
const phone = joined(
  [..."0123456789", "+", "00", "91", "(0)", "-", " ", "(", ")", "/", ".", "x12", " ext 4", "#", "٣"],
  16,
);
const email = joined([..."aV@.%_ZÀ", "@example.com", ...blanks], 8);

it("the services, the checks and the repairs take the same emails and phones for one", async () => {
  const target = leadIdNotNull.steps.map((step) => step.target).find(({ kind }) => kind === "link");
  if (target?.kind !== "link") throw new Error("The playbook links nothing.");
  const value = sql.ref("value");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(phone, email), { minLength: 500, maxLength: 1000 }), async (values) => {
      const { rows } = await sql`
        select value
        from unnest(${values}::text[]) as value
        where public.plumbline_normal_email(value) is distinct from ${normalEmail(value)}
          or public.plumbline_normal_phone(value) is distinct from ${normalPhone(value, target.callingCode)}
      `.execute(database.db);
      expect(rows).toEqual([]);
    }),
    { numRuns: 5 },
  );
});
