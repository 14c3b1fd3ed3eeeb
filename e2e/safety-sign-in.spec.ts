import type { Page } from "@playwright/test";
import { limits } from "@/lib/auth/sign-in-attempts";
import { expect, resetDemo, signInAs, test } from "./support";
import { demoPassword, emailOf } from "./support/operators";
import { type ActionRequest, cookieOf, send, withhold } from "./support/safety/action-request";
import { ask, wayOf } from "./support/safety/ask";
import { plumbline } from "./support/safety/command";
import { rows } from "./support/safety/repairs";
import { signOut } from "./support/safety/sign-out";

const email = "somebody@plumbline.test";
const password = "a password of the test";

test.beforeAll(async () => {
  await resetDemo();
  await plumbline(["operators", "add", email, "--role", "operator", "--password-stdin"], password);
});

async function fillIn(page: Page, as: string, secret: string): Promise<void> {
  await page.getByLabel("Email").fill(as);
  await page.getByLabel("Password").fill(secret);
}

async function signIn(page: Page): Promise<string> {
  await page.goto("/login");
  await fillIn(page, email, password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
  return cookieOf(page.context());
}

/** The call that starts a scan, made by whoever is signed in and not sent. */
async function scanCall(page: Page): Promise<ActionRequest> {
  await page.goto("/");
  return withhold(page, () => page.getByRole("button", { name: "Scan now" }).click());
}

test("somebody who signed out cannot act with the cookies they had", async ({ page }) => {
  const cookie = await signIn(page);
  const call = await scanCall(page);
  await signOut(page);
  // A poll of the overview may be refused before the page has left, and then remembers where it was.
  await expect(page).toHaveURL(/\/login(\?next=%2F)?$/);
  expect((await page.context().cookies()).filter(({ value }) => value !== "")).toEqual([]);
  expect((await send(call, { cookie })).text).toContain('"code":"unauthenticated"');
});

test("a disabled operator loses access at once", async ({ page, baseURL }) => {
  const cookie = await signIn(page);
  const call = await scanCall(page);
  await page.goto("/findings");
  expect(await plumbline(["operators", "remove", email])).toMatchObject({ code: 0 });
  expect((await ask("/api/findings", { cookie })).status).toBe(401);
  expect(wayOf(await ask("/runs", { cookie }))).toBe(`${baseURL}/login?next=%2Fruns`);
  expect((await send(call, { cookie })).text).toContain('"code":"unauthenticated"');
  // The server begins scans of its own.
  expect(await rows("select id from plumbline.scans where actor = $1", [email])).toEqual([]);
  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await expect(page).toHaveURL("/login?next=%2Fruns");
  await fillIn(page, email, password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email or password is not right.")).toBeVisible();

  await plumbline(["operators", "add", email, "--role", "operator"]);
});

test("signing in leads to no other origin", async ({ page, baseURL }) => {
  const elsewhere = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "/./\\evil.example",
    "javascript:alert(1)",
  ];
  await signInAs(page, "viewer");
  const cookie = await cookieOf(page.context());
  for (const next of elsewhere) {
    const way = wayOf(await ask(`/login?next=${encodeURIComponent(next)}`, { cookie }));
    expect.soft(way, next).toMatch(new RegExp(`^${baseURL}/`));
  }
  await page.context().clearCookies();
  await page.goto("/login");
  await fillIn(page, emailOf("viewer"), demoPassword);
  await page.locator("input[name=next]").evaluate((input: HTMLInputElement) => {
    input.value = "/..//evil.example";
  });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
});

test("guessing a password is stopped, also when the next guess is right", async ({ page }) => {
  await page.goto("/login");
  await fillIn(page, email, "a wrong guess");
  const guess = await withhold(page, () => page.getByRole("button", { name: "Sign in" }).click());
  const guesses = Array.from({ length: limits.perEmail }, () => send(guess, {}));
  for (const { text } of await Promise.all(guesses)) expect(text).toMatch(/"error":"(Email or|Too many)/);

  await page.goto("/login");
  await fillIn(page, email, password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Too many attempts. Wait 15 minutes, then try again.")).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
});
