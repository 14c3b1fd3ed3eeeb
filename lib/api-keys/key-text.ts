import { createHash, randomBytes, randomInt } from "node:crypto";

export interface KeyText {
  /** Finds the key; may be shown. */
  id: string;
  secret: string;
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const shape = /^plb_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;

export function newKeyId(): string {
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
}

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** As the caller sends it. `plb_` lets scanners for leaked secrets know it. */
export function writeKey({ id, secret }: KeyText): string {
  return `plb_${id}_${secret}`;
}

/** Null where it is no key of ours. */
export function readKey(text: string): KeyText | null {
  const [, id, secret] = text.match(shape) ?? [];
  return id && secret ? { id, secret } : null;
}

/** A secret of 256 random bits needs no slow hash. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
