import type { Operation } from "@/lib/api/operation";
import { maxBodyKilobytes } from "@/lib/api/read-body";
import { type ErrorBody, statusOf } from "@/lib/auth/translate-error";
import type { JsonSchema } from "./schema-of";

type Code = ErrorBody["code"];

const codes = [
  "unauthenticated",
  "forbidden",
  "invalid",
  "not_found",
  "conflict",
  "refused",
  "unavailable",
  "too_large",
  "unsupported",
  "rate_limited",
  "timeout",
  "internal",
] as const satisfies Code[];

export const refusalSchema: JsonSchema = {
  type: "object",
  required: ["error"],
  additionalProperties: false,
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "id"],
      additionalProperties: false,
      properties: {
        code: { type: "string", enum: codes },
        message: { type: "string", minLength: 1, description: "What is wrong and what to do, for people." },
        id: { type: "string", format: "uuid", description: "Also in X-Request-Id, and in the log of the server." },
      },
    },
  },
};

const ofEveryRoute: Partial<Record<Code, string>> = {
  invalid: "The request is not valid; the sentence names every field that is wrong.",
  unauthenticated: "There is no API key, or none that is good.",
  forbidden: "The API key is not good for this.",
  rate_limited: "The caller has asked as often as it may in this minute.",
  internal: "Something failed that should not.",
  unavailable: "The database cannot be reached or is busy.",
  timeout: "There was no answer in time. It may still be carried out.",
};

const ofBodies: Partial<Record<Code, string>> = {
  too_large: `The body is larger than ${maxBodyKilobytes} kB.`,
  unsupported: "The body is not sent as JSON.",
};

/** Every refusal that a caller may meet, by status: several codes may share one. */
export function refusalsOf({ body, refusals }: Operation): Map<number, { code: Code; words: string }[]> {
  const all = { ...ofEveryRoute, ...(body && ofBodies), ...refusals };
  const byStatus = new Map<number, { code: Code; words: string }[]>();
  for (const code of codes) {
    const words = all[code];
    if (words === undefined) continue;
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), { code, words }]);
  }
  return byStatus;
}
