import { expect, expectNoAxeViolations, signInAs, test, withEngine } from "./support";

test("the server says that it is well", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
});

test("signing in has no accessibility violations", async ({ page }) => {
  await page.goto("/login");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("each demo operator can sign in", async ({ page }) => {
  for (const role of ["viewer", "operator", "admin"] as const) {
    await signInAs(page, role);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  }
});

test("the demo database holds the 289 orphaned messages of the third incident", async () => {
  const orphans = await withEngine(async (client) => {
    const found = await client.query<{ count: number }>(`
      select count(*)::integer as count
      from chat_messages_v2 m
      where not exists (select from conversation_sessions s where s.conversation_id = m.conversation_id)
    `);
    return found.rows[0]?.count;
  });
  expect(orphans).toBe(289);
});
