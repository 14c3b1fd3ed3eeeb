import type { z } from "zod";
import type { Scope } from "@/lib/api-keys/scopes";
import type { ErrorCode } from "@/lib/errors";

/**
 * One thing that callers may ask for, as data: the route is made from it, and so is the OpenAPI document. Everything
 * that is not told here is neither read from the request nor let out in the answer.
 */
export interface Operation {
  /** The operationId of the document, like `startSession`. */
  id: string;
  method: "get" | "post" | "put" | "patch" | "delete";
  /** Like `/api/channels/{channel}/sessions`. */
  path: string;
  scope: Scope;
  summary: string;
  /** Parameters of the path. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Names in lower case. */
  headers?: z.ZodObject;
  /** Where it is absent, no body is read. */
  body?: z.ZodType;
  output: z.ZodType;
  /** Of an answer that is no JSON: then the output is its text. */
  mediaType?: string;
  /** Of the answer that is no refusal. */
  status?: 200 | 201;
  /** The refusals of the verb itself, each in a sentence for the document. */
  refusals?: Partial<Record<ErrorCode, string>>;
  timeoutMs?: number;
}

type PartOf<O extends Operation, Part extends string> =
  O extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** What the verb is given of a request, parsed. */
export interface Received<O extends Operation> {
  params: PartOf<O, "params">;
  query: PartOf<O, "query">;
  headers: PartOf<O, "headers">;
  body: PartOf<O, "body">;
}

/** Keeps the exact types of the schemas. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}
