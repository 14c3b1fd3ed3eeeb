import { loadDemo, signInAs, test } from "./support";
import { expectEverythingInAudit } from "./support/journey/audit";
import { repairConversationSessionsFk } from "./support/journey/conversation-sessions-fk";
import { deleteOrders, deleteOrdersAgain, undoDeletion } from "./support/journey/deleted-orders";
import { keepOrphans, stopNewOrphans, validateForeignKeys } from "./support/journey/foreign-key-violation";
import { repairLeadIdNotNull } from "./support/journey/lead-id-not-null";
import { repairLeadPurchasesDefault } from "./support/journey/lead-purchases-default";
import { expectFiveFailing, expectFiveHealthy, scan } from "./support/journey/overview";
import { repairSessionsMultiCustomer } from "./support/journey/sessions-multi-customer";

test.describe("from five incidents to healthy, in the browser", () => {
  // Each of these walks up to nine repairs through five screens.
  test.describe.configure({ mode: "serial", timeout: 180_000 });
  // Not scanned yet: that is the server's to do.
  test.beforeAll(loadDemo);

  test("a scan finds the five incidents and shows its progress", async ({ page }) => {
    await signInAs(page, "operator");
    await page.goto("/");
    await expectFiveFailing(page);
    await scan(page, "operator@plumbline.test");
    await expectFiveFailing(page);
  });

  test("sessions can begin without a lead, and known customers are linked", async ({ page }) => {
    await signInAs(page, "operator");
    await repairLeadIdNotNull(page);
  });

  test("leads can be purchased", async ({ page }) => {
    await signInAs(page, "admin");
    await repairLeadPurchasesDefault(page);
  });

  test("orphaned messages get their conversations back, and no new ones can come", async ({ page }) => {
    await signInAs(page, "operator");
    await repairConversationSessionsFk(page);
  });

  test("customer ids are text with every value kept, and dead sessions are ended", async ({ page }) => {
    await signInAs(page, "admin");
    await repairSessionsMultiCustomer(page);
  });

  test("foreign keys stop new orphans before the old ones are cleaned", async ({ page }) => {
    await signInAs(page, "operator");
    await stopNewOrphans(page);
  });

  test("orphans are kept in three ways", async ({ page }) => {
    await signInAs(page, "operator");
    await keepOrphans(page);
  });

  test("a deletion is undone to the last byte, and repaired again", async ({ page }) => {
    await signInAs(page, "operator");
    const { runId, before } = await deleteOrders(page);
    await undoDeletion(page, runId, before);
    await deleteOrdersAgain(page, before);
  });

  test("the foreign keys are indexed and proved", async ({ page }) => {
    await signInAs(page, "operator");
    await validateForeignKeys(page);
  });

  test("everything is healthy, and all of it is in the audit history", async ({ page }) => {
    await signInAs(page, "admin");
    await page.goto("/");
    await expectFiveHealthy(page);
    await scan(page, "admin@plumbline.test");
    await expectFiveHealthy(page);
    await expectEverythingInAudit(page);
  });
});
