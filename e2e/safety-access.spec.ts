import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/roles";
import { expect, resetDemo, signInAs, test } from "./support";
import { withEngine } from "./support/engine";
import { type ActionRequest, builtActions, cookieOf, send } from "./support/safety/action-request";
import { ask, wayOf } from "./support/safety/ask";
import { fingerprint } from "./support/safety/fingerprint";
import { performEverything } from "./support/safety/perform-everything";
import { apiRoutes, fill, isForCallers, methodsOf, pages } from "./support/safety/routes";
import { falseCookies } from "./support/safety/sessions";

const cookies = {} as Record<Role, string>;
let calls: ActionRequest[];
let administration: ActionRequest[];
let examples: Record<string, string>;

/** They say whether it works and how to ask, and nothing else. */
const openToAll = ["/api/health", "/api/openapi.json"];

/** What leaves the console by the thousand, and what only admins decide, is not for viewers. */
const notForViewers = ["/api/quarantine/export", "/api/api-keys"];

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  await resetDemo();
  const operator = await open(browser, "operator", baseURL);
  cookies.operator = await cookieOf(operator.context());
  const viewer = await open(browser, "viewer", baseURL);
  cookies.viewer = await cookieOf(viewer.context());
  await viewer.context().close();
  const admin = await open(browser, "admin", baseURL);
  cookies.admin = await cookieOf(admin.context());
  ({ calls, administration, examples } = await performEverything(operator, admin));
  await operator.context().close();
  await admin.context().close();
});

async function open(browser: Browser, role: Role, baseURL: string | undefined): Promise<Page> {
  const page = await browser.newPage({ baseURL });
  await signInAs(page, role);
  return page;
}

/** Actions on the session itself have nothing to refuse: the others need the role of an operator or an admin. */
function guarded(): ActionRequest[] {
  return calls.filter(({ action }) => !["signIn", "signOut"].includes(action));
}

function impostors(): Record<string, string> {
  return falseCookies(cookies.viewer, cookies.operator);
}

test("every server action of the build is tried here", () => {
  expect(calls.map(({ action }) => action).sort()).toEqual([...builtActions().values()].sort());
});

test("a viewer's cookie replayed against every server action changes nothing", async () => {
  const before = await fingerprint();
  for (const call of guarded()) {
    const { text } = await send(call, { cookie: cookies.viewer });
    expect.soft(text, call.action).toContain('"ok":false,"error":{"code":"forbidden"');
  }
  expect(await fingerprint()).toEqual(before);
});

test("an operator's cookie replayed against what admins decide changes nothing", async () => {
  const before = await fingerprint();
  for (const call of administration) {
    const { text } = await send(call, { cookie: cookies.operator });
    expect.soft(text, call.action).toContain('"ok":false,"error":{"code":"forbidden"');
  }
  expect(await fingerprint()).toEqual(before);
});

test("every server action refuses a request without a cookie, or with one that is no session", async () => {
  const before = await fingerprint();
  for (const call of guarded()) {
    for (const [what, cookie] of [["nothing", undefined] as const, ...Object.entries(impostors())]) {
      const { text } = await send(call, { cookie });
      expect.soft(text, `${call.action} with ${what}`).toContain('"ok":false,"error":{"code":"unauthenticated"');
    }
  }
  expect(await fingerprint()).toEqual(before);
});

test("every server action refuses what a page of another origin sends", async () => {
  const before = await fingerprint();
  const strangers: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ];
  for (const call of calls) {
    for (const headers of strangers) {
      const { status, text } = await send(call, { cookie: cookies.operator, headers });
      expect.soft(status, `${call.action} from ${JSON.stringify(headers)}`).toBeGreaterThanOrEqual(400);
      expect.soft(text).not.toContain('"ok":true');
    }
  }
  for (const [id, action] of builtActions()) {
    const body = new FormData();
    body.set(`$ACTION_ID_${id}`, "");
    const form = { method: "POST", cookie: cookies.operator, headers: { origin: "https://evil.example" }, body };
    expect.soft((await ask("/", form)).status, `a form for ${action}`).toBeGreaterThanOrEqual(400);
  }
  expect(await fingerprint()).toEqual(before);
  expect((await ask("/api/overview", { cookie: cookies.operator })).status).toBe(200);
});

test("every route lets a viewer read, changes nothing, and answers nobody else", async () => {
  const before = await fingerprint();
  for (const route of apiRoutes().filter((route) => !isForCallers(route))) {
    const address = fill(route, examples);
    expect.soft(methodsOf(route), `${route} only reads`).toEqual(["GET"]);
    const status = notForViewers.includes(route) ? 403 : 200;
    expect.soft((await ask(address, { cookie: cookies.viewer })).status, address).toBe(status);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect.soft((await ask(address, { method, cookie: cookies.admin })).status, `${method} ${address}`).toBe(405);
    }
    if (openToAll.includes(route)) continue;
    expect
      .soft((await ask(`${address}?search=%00`, { cookie: cookies.viewer })).status, `${address} with NUL`)
      .toBe(400);
    for (const [what, cookie] of [["nothing", undefined] as const, ...Object.entries(impostors())]) {
      const refused = await ask(address, { cookie });
      expect.soft(refused.status, `${address} with ${what}`).toBe(401);
      expect.soft(Object.keys(await refused.json()), address).toEqual(["error"]);
    }
  }
  expect(await fingerprint()).toEqual(before);
});

test("no cookie is an API key, and no API key is a session", async () => {
  await withEngine((client) => client.query("delete from plumbline.api_anyone"));
  const before = await fingerprint();
  for (const route of apiRoutes().filter(isForCallers)) {
    const address = fill(route, examples);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const isThere = methodsOf(route).includes(method);
      for (const cookie of [undefined, ...Object.values(cookies), ...Object.values(impostors())]) {
        const body = method === "GET" ? undefined : "{}";
        const refused = await ask(address, { method, cookie, headers: { "content-type": "application/json" }, body });
        expect.soft(refused.status, `${method} ${address}`).toBe(isThere ? 401 : 405);
        if (isThere) expect.soft(Object.keys(await refused.json()), address).toEqual(["error"]);
      }
    }
  }
  const headers = { authorization: `Bearer plb_${"a".repeat(12)}_${"b".repeat(43)}` };
  expect((await ask("/api/overview", { headers })).status).toBe(401);
  expect(await fingerprint()).toEqual(before);
});

test("every page opens to a viewer, changes nothing, and sends strangers to sign in", async ({ baseURL }) => {
  const before = await fingerprint();
  for (const page of pages().filter((page) => page !== "/login" && page !== "/setup")) {
    const address = fill(page, examples);
    expect.soft((await ask(address, { cookie: cookies.viewer })).status, address).toBe(200);
    const refused = await ask(address);
    expect.soft(refused.status, address).toBe(307);
    expect.soft(wayOf(refused), address).toBe(`${baseURL}/login?next=${encodeURIComponent(address)}`);
    // What the browser asks for when somebody follows a link: the frame and the page, each of which refuses by itself.
    const followed = await fetch(`${baseURL}${address}`, { headers: { rsc: "1" } });
    const redirects = (await followed.text()).match(/NEXT_REDIRECT;replace;\/login/g);
    expect.soft(redirects, address).toHaveLength(2);
  }
  expect(await fingerprint()).toEqual(before);
});

test("what was refused to the others works for whoever it is for", async () => {
  for (const call of guarded()) {
    const role = administration.includes(call) ? "admin" : "operator";
    const { text } = await send(call, { cookie: cookies[role] });
    expect.soft(text, call.action).toContain('"ok":true');
  }
});
