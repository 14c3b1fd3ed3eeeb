import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findingId } from "@/lib/findings/finding-id";
import { referenceSchemas } from "@/lib/repairs/testing/reference-schemas";
import { asRole } from "@/lib/runs/testing/as-role";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";
import { offerRepairs } from "./offer-repairs";

const [plain] = referenceSchemas;
if (!plain) throw new Error("There is no schema to repair");
const { target } = plain;
const orphans = { check: "orphan_rows", target } as const;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await plain.create(database.db);
});
afterEach(() => database.drop());

const offers = (finding: Parameters<typeof offerRepairs>[1] = orphans) =>
  offerRepairs(contextAs("viewer", database), finding);

describe("the repairs of a finding", () => {
  test("are shown to a viewer too, each with what it asks for", async () => {
    const offered = await offers();
    expect(offered.map(({ repair, refusal }) => [repair, refusal])).toEqual([
      ["adopt-orphans", null],
      ["reassign-orphans", null],
      ["set-null", null],
      ["delete-orphans", null],
    ]);
    expect(offered.flatMap(({ fields }) => fields)).toMatchObject([
      { kind: "parent", name: "parent", parent: target.parent },
    ]);
  });

  test("leave out what the target knows nothing of", async () => {
    const { adopt: _, ...orphaned } = target;
    const offered = await offers({ check: "orphan_rows", target: orphaned });
    expect(offered.map(({ repair }) => repair)).not.toContain("adopt-orphans");
  });

  test("say why one is not possible now, and which step comes first", async () => {
    await sql`alter table authors drop constraint authors_pkey`.execute(database.db);
    const [offer] = await offers({ check: "missing_foreign_key", target });
    const key = { kind: "key", table: target.parent, columns: target.parentColumns } as const;
    expect(offer).toMatchObject({
      repair: "add-foreign-key",
      fields: [],
      refusal: { first: { repair: "add-unique", findingId: findingId("missing_unique", key) } },
    });
  });

  test("are refused one by one where the table cannot be read, and the finding is still shown", async () => {
    const offered = await asRole(database, (engine) => offerRepairs(contextAs("viewer", engine), orphans));
    expect(offered).toHaveLength(4);
    for (const { refusal } of offered) expect(refusal?.reason).toContain("may not read public.notes");
  });
});
