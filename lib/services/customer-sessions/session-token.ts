import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const shape = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

/** What only the caller is given. The session's id is part of the token, so that no token has to be searched for. */
export interface SessionToken {
  sessionId: string;
  secret: string;
}

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What public.sessions keeps. The name in front tells it from the tokens that other systems wrote there as they are. */
export function hashSecret(secret: string): string {
  return `sha256$${createHash("sha256").update(secret).digest("base64url")}`;
}

export function writeToken({ sessionId, secret }: SessionToken): string {
  return `${sessionId}.${secret}`;
}

export function readToken(text: string): SessionToken | null {
  const [, sessionId = "", secret = ""] = shape.exec(text) ?? [];
  return z.guid().safeParse(sessionId).success ? { sessionId, secret } : null;
}

/** In the same time whichever of them it is, and wherever the first difference is. */
export function isSecretOf(secret: string, hashes: string[]): boolean {
  const given = Buffer.from(hashSecret(secret));
  return hashes
    .map((hash) => Buffer.from(hash))
    .map((hash) => hash.length === given.length && timingSafeEqual(hash, given))
    .includes(true);
}
