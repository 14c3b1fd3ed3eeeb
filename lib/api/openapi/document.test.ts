import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineOperation } from "@/lib/api/operation";
import { openApiDocument } from "./document";

const save = defineOperation({
  id: "saveNote",
  method: "post",
  path: "/api/notes/{channel}",
  scope: "sessions:write",
  summary: "Keeps a note",
  params: z.object({ channel: z.enum(["web", "voice"]) }),
  headers: z.object({ "idempotency-key": z.string().min(1).describe("Once per key.").optional() }),
  body: z.object({ text: z.string().trim().min(1).toLowerCase(), more: z.json() }),
  output: z.object({ id: z.uuid(), more: z.json() }),
  status: 201,
  refusals: { conflict: "There is one already.", refused: "The database refused it." },
});
const measure = defineOperation({
  id: "measure",
  method: "get",
  path: "/api/notes/{channel}",
  scope: "metrics:read",
  summary: "Counts",
  query: z.object({ limit: z.coerce.number().int().max(9).default(3) }),
  output: z.object({ count: z.number() }),
});

const document = openApiDocument([save, measure]);
const at = (...path: (string | number)[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);

test("an operation stands in the document with all that may be sent and answered", () => {
  const post = ["paths", "/api/notes/{channel}", "post"] as const;
  expect(Object.keys(at(...post, "responses") as object).map(Number)).toEqual([
    201, 400, 401, 403, 409, 413, 415, 422, 429, 500, 503, 504,
  ]);
  expect(at(...post, "responses", 409, "description")).toBe("`conflict`: There is one already.");
  expect(at(...post, "parameters")).toMatchObject([
    { name: "channel", in: "path", required: true, schema: { enum: ["web", "voice"] } },
    { name: "idempotency-key", in: "header", required: false, description: "Once per key." },
  ]);
  expect(at(...post, "security")).toEqual([{ apiKey: ["sessions:write"] }, {}]);
  const get = ["paths", "/api/notes/{channel}", "get"] as const;
  expect(at(...get, "security")).toEqual([{ apiKey: ["metrics:read"] }]);
  expect(at(...get, "responses")).not.toHaveProperty("413");
  expect(at(...get, "parameters")).toMatchObject([{ name: "limit", in: "query", required: false }]);
});

test("every reference of the document leads somewhere, and its schemas say yes and no", () => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema(document, "document");
  const accepts = (name: string, value: unknown) =>
    ajv.validate({ $ref: `document#/components/schemas/${name}` }, value);
  expect(accepts("saveNoteBody", { text: "a", more: { deep: [1, null] } })).toBe(true);
  expect(accepts("saveNoteBody", { text: "" })).toBe(false);
  expect(accepts("saveNoteAnswer", { id: crypto.randomUUID(), more: [] })).toBe(true);
  expect(accepts("saveNoteAnswer", { id: "7", more: [] })).toBe(false);
  expect(accepts("Refusal", { error: { code: "conflict", message: "No.", id: crypto.randomUUID() } })).toBe(true);
  expect(accepts("Refusal", { error: { code: "nonsense", message: "No.", id: crypto.randomUUID() } })).toBe(false);
});
