import { expect, resetDemo, signInAs, test } from "./support";
import { repairConversationSessionsFk } from "./support/journey/conversation-sessions-fk";
import { deleteOrders } from "./support/journey/deleted-orders";
import { keepOrphans, stopNewOrphans, validateForeignKeys } from "./support/journey/foreign-key-violation";
import { repairLeadIdNotNull } from "./support/journey/lead-id-not-null";
import { repairLeadPurchasesDefault } from "./support/journey/lead-purchases-default";
import { expectFiveFailing, expectFiveHealthy } from "./support/journey/overview";
import { repairSessionsMultiCustomer } from "./support/journey/sessions-multi-customer";
import { scanNow } from "./support/safety/repairs";
import { stateOf } from "./support/walk/state";
import { undoEverything } from "./support/walk/undo";

test.describe.configure({ mode: "serial", timeout: 1_200_000 });

let asFound: Awaited<ReturnType<typeof stateOf>>;

test.beforeAll(async () => {
  await resetDemo();
  asFound = await stateOf();
});

test("every playbook of the demo is walked to its end, and everything is healthy", async ({ page }) => {
  await signInAs(page, "admin");
  await repairLeadIdNotNull(page);
  await repairLeadPurchasesDefault(page);
  await repairConversationSessionsFk(page);
  await repairSessionsMultiCustomer(page);
  await stopNewOrphans(page);
  await keepOrphans(page);
  await deleteOrders(page);
  await validateForeignKeys(page);
  await page.goto("/");
  await expectFiveHealthy(page);
  expect(await stateOf()).not.toEqual(asFound);
});

test("undone run by run, the demo is as it was found, to the last character", async ({ page }) => {
  await signInAs(page, "operator");
  expect(await undoEverything(page)).toBeGreaterThan(30);
  expect(await stateOf()).toEqual(asFound);
  await scanNow(page);
  await expectFiveFailing(page);
});
