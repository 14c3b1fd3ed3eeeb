import { createHash } from "node:crypto";

/** Tells two requests apart that carry one idempotency key. The names stand in one order, whatever the caller's was. */
export function requestHash(path: string, input: Record<string, unknown>): string {
  const named = Object.entries(input).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([path, named]))
    .digest("hex");
}
