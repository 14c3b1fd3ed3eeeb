import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import { environment } from "../environment";

/** A call of a server action as the browser makes it. */
export interface ActionRequest {
  action: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface ActionAnswer {
  status: number;
  text: string;
}

interface SendOptions {
  cookie?: string;
  /** Where the page with the button came from; our own where absent. */
  headers?: Record<string, string>;
}

const Manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });

/** Every server action that the build answers to, by its id. */
export function builtActions(): Map<string, string> {
  const file = path.resolve(import.meta.dirname, "../../../.next/server/server-reference-manifest.json");
  if (!existsSync(file)) throw new Error(`${file} is not there: where does this Next.js list its server actions?`);
  const { node } = Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [id, exportedName]));
}

/** Keeps the call of a server action that `press` makes, instead of sending it. */
export async function withhold(page: Page, press: () => Promise<void>): Promise<ActionRequest> {
  const { promise, resolve } = Promise.withResolvers<ActionRequest>();
  await page.route("**", async (route, request) => {
    const headers = await request.allHeaders();
    const id = headers["next-action"];
    if (request.method() !== "POST" || id === undefined) return route.fallback();
    const { pathname, search } = new URL(request.url());
    // Before anybody goes on: a request that is pending when the route is taken away would be sent.
    await route.abort();
    resolve({
      action: builtActions().get(id) ?? id,
      path: pathname + search,
      headers: portable(headers),
      body: request.postDataBuffer() ?? Buffer.alloc(0),
    });
  });
  await press();
  const kept = await promise;
  await page.unroute("**");
  return kept;
}

/** Sends it again, as whoever the cookie belongs to. */
export async function send(
  { path: where, headers, body }: ActionRequest,
  { cookie, headers: other }: SendOptions,
): Promise<ActionAnswer> {
  const origin = environment.baseUrl.get();
  const response = await fetch(origin + where, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers, origin, ...(cookie && { cookie }), ...other },
    body: new Uint8Array(body),
  });
  return { status: response.status, text: await response.text() };
}

/** The cookies of a browser as a request carries them. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies(environment.baseUrl.get());
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Without what belongs to the connection or to the person. */
function portable(headers: Record<string, string>): Record<string, string> {
  const names = ["accept", "content-type", "next-action", "next-router-state-tree", "next-url", "rsc"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
