import { createHmac } from "node:crypto";
import { ensureSecrets } from "@/lib/embedded/secrets";
import { deriveKeys } from "@/lib/supabase/keys";
import { environment } from "../environment";

type Claims = Record<string, unknown>;

interface Session {
  access_token: string;
  refresh_token: string;
  expires_at: number;
}

const prefix = "base64-";
const name = "plumbline-session";

/** Cookies that are no session: made of a real one by somebody who lacks the secret, or who had a session once. */
export function falseCookies(viewer: string, operator: string): Record<string, string> {
  const mine = read(viewer);
  const theirs = claimsOf(read(operator));
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  const expired = { ...theirs, iat: anHourAgo - 3600, exp: anHourAgo };
  return {
    "the viewer's token with the operator's name in it": write({ ...mine, access_token: unsigned(mine, theirs) }),
    "a token that says it needs no signature": write({
      ...mine,
      access_token: `${part({ alg: "none" })}.${part(theirs)}.`,
    }),
    "a token of the operator that has run out": write({
      access_token: signed(expired),
      refresh_token: "0".repeat(12),
      expires_at: anHourAgo,
    }),
    "a run-out token that says it has not": write({
      access_token: signed(expired),
      refresh_token: "0".repeat(12),
      expires_at: anHourAgo + 7200,
    }),
    nonsense: `${name}=${prefix}bm9uc2Vuc2U`,
  };
}

function unsigned(session: Session, claims: Claims): string {
  const [head, , signature] = session.access_token.split(".");
  return `${head}.${part(claims)}.${signature}`;
}

function signed(claims: Claims): string {
  const { secret } = ensureSecrets(environment.dataDir.get());
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", deriveKeys(secret).jwtSecret).update(text).digest("base64url")}`;
}

function claimsOf({ access_token }: Session): Claims {
  return JSON.parse(Buffer.from(access_token.split(".")[1] ?? "", "base64url").toString());
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** A long session is spread over several cookies. */
function read(cookie: string): Session {
  const pieces = cookie
    .split("; ")
    .filter((piece) => piece.startsWith(name))
    .sort();
  const value = pieces.map((piece) => piece.slice(piece.indexOf("=") + 1)).join("");
  return JSON.parse(Buffer.from(value.slice(prefix.length), "base64url").toString());
}

function write(session: Partial<Session>): string {
  return `${name}=${prefix}${Buffer.from(JSON.stringify({ token_type: "bearer", expires_in: 3600, ...session })).toString("base64url")}`;
}
