import { expect, type Page } from "@playwright/test";
import { auditOf, expectProof } from "./proof";
import { query } from "./query";
import { columnOf } from "./schema";
import { expectHealthy, openIncident, repair } from "./screens";
import { snapshotOf } from "./snapshot";
import { tryOut } from "./try-out";

const purchase =
  "insert into lead_purchases (lead_id, agent_id, price) select lead_id, agent_id, 10 from lead_purchases limit 1";

/** Incident 2: purchases bring no id, so the column must make one; those of that time get their status. */
export async function repairLeadPurchasesDefault(page: Page): Promise<void> {
  await openIncident(page, "A lead cannot be purchased");
  expect(await tryOut(purchase)).toBe("23502 id");
  const purchases = await snapshotOf("lead_purchases");

  const defaultRun = await repair(
    page,
    { step: "Give lead_purchases.id its default", repair: "Set the default" },
    { reason: "The migration script forgot it" },
  );
  expect(await tryOut(purchase)).toBe("done");
  expect(await columnOf("lead_purchases", "id")).toMatchObject({
    is_nullable: "NO",
    column_default: "gen_random_uuid()",
    data_type: "uuid",
  });
  expect((await expectProof(defaultRun, purchases)).changed).toEqual([]);

  const fillRun = await repair(
    page,
    { step: "Fill the empty status of purchases", repair: "Fill with the default" },
    { reason: "Reports that count by status leave these out" },
  );
  const { changed, created, removed } = await expectProof(fillRun, purchases);
  expect([changed.length, created.length, removed.length]).toEqual([12, 0, 0]);
  for (const { before, after } of changed) {
    expect(before.status).toBeNull();
    expect(after).toEqual({ ...before, status: "completed" });
  }
  expect((await auditOf(fillRun, "lead_purchases")).types).toEqual(["DEFAULT_FILLED"]);

  await expectHealthy(page, 1);
  expect(await query(documentQuery)).toEqual([{ column_default: "gen_random_uuid()" }]);
}

const documentQuery = `
SELECT column_default 
FROM information_schema.columns 
WHERE table_name = 'lead_purchases' AND column_name = 'id';`;
