import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "@/lib/auth/path-header";
import { renewSession } from "@/lib/auth/renew-session";
import { contentSecurityPolicy } from "@/lib/auth/security-policy";
import { setupState } from "@/lib/setup/setup-state";

/** In front of every page, action and route: what must be set up first, the session kept alive, the nonce of this page. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (pathname === "/api/health") return NextResponse.next();
  const { status } = await setupState();
  const isReady = status === "ready";
  if (!isReady && isForPrograms(pathname)) return notSetUp();

  const cookies = isReady ? await renewSession(request) : [];
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set(pathHeader, `${pathname}${search}`);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);

  const next = { request: { headers } };
  const response = isReady ? NextResponse.next(next) : NextResponse.rewrite(new URL("/setup", request.nextUrl), next);
  response.headers.set("content-security-policy", policy);
  for (const { name, value, options } of cookies) response.cookies.set(name, value, options);
  return response;
}

/** Callers of the documents leave /api out. */
function isForPrograms(pathname: string): boolean {
  return pathname.startsWith("/api/") || pathname === "/session" || pathname.startsWith("/session/");
}

/** In the form of every refusal of the OpenAPI document. */
function notSetUp(): NextResponse {
  const id = randomUUID();
  const error = {
    code: "unavailable",
    message: "Plumbline is not set up yet: open the console to see what is missing.",
    id,
  };
  return NextResponse.json({ error }, { status: 503, headers: { "cache-control": "no-store", "x-request-id": id } });
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico).*)"] };
