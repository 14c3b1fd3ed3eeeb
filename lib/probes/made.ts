import { randomInt, randomUUID } from "node:crypto";
import type { RawBuilder } from "kysely";
import { textLiteral } from "@/lib/db";

/** A key that no row has. */
export function newId(): RawBuilder<string> {
  return textLiteral(randomUUID());
}

/** A phone of no country, so that it is nobody's. */
export function newPhone(): RawBuilder<string> {
  return textLiteral(`+999${randomInt(10 ** 10, 10 ** 11)}`);
}

/** An address under a name that is reserved for this. */
export function newEmail(): RawBuilder<string> {
  return textLiteral(`probe-${randomUUID()}@example.invalid`);
}

/** A token that no session has. */
export function newToken(): RawBuilder<string> {
  return textLiteral(`probe-${randomUUID()}`);
}
