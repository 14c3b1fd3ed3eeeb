import type { z } from "zod";
import type { Operation } from "@/lib/api/operation";
import { openableScopes } from "@/lib/api-keys/scopes";
import { refusalsOf } from "./refusals";
import { type JsonSchema, type NamedSchemas, schemaOf } from "./schema-of";

interface Described {
  operation: Record<string, unknown>;
  /** What it refers to. */
  schemas: Record<string, JsonSchema>;
}

/** One operation as the document tells of it. */
export function describeOperation(operation: Operation): Described {
  const { id, summary, scope, params, query, headers, body, output, status = 200, mediaType } = operation;
  const schemas: Record<string, JsonSchema> = {};
  const keep = (named: NamedSchemas) => {
    Object.assign(schemas, named.schemas);
    return named.schema;
  };
  schemas[`${id}Answer`] = keep(schemaOf(output, "output", `${id}Answer`));
  if (body) schemas[`${id}Body`] = keep(schemaOf(body, "input", `${id}Body`));
  const parameters = [
    ...parametersIn("path", keepOf(params, `${id}Path`)),
    ...parametersIn("query", keepOf(query, `${id}Query`)),
    ...parametersIn("header", keepOf(headers, `${id}Header`)),
  ];
  function keepOf(part: z.ZodObject | undefined, name: string): JsonSchema | undefined {
    return part && keep(schemaOf(part, "input", name));
  }
  const needsKey = { apiKey: [scope] };
  const isOpenable = openableScopes.some((open) => open === scope);
  const described = {
    operationId: id,
    summary,
    security: isOpenable ? [needsKey, {}] : [needsKey],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: content(`${id}Body`) } }),
    responses: {
      [status]: { description: "Done.", headers: answerHeaders, content: content(`${id}Answer`, mediaType) },
      ...refusalResponses(operation),
    },
  };
  return { operation: described, schemas };
}

function parametersIn(place: "path" | "query" | "header", schema: JsonSchema | undefined): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schema as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description !== undefined && { description }),
    schema: own,
  }));
}

function refusalResponses(operation: Operation): Record<string, unknown> {
  const entries = [...refusalsOf(operation)].map(([status, refusals]) => [
    status,
    {
      description: refusals.map(({ code, words }) => `\`${code}\`: ${words}`).join(" "),
      headers: status === 429 ? { ...answerHeaders, "Retry-After": integer("Seconds to wait.") } : answerHeaders,
      content: content("Refusal"),
    },
  ]);
  return Object.fromEntries(entries);
}

const content = (name: string, mediaType = "application/json") => ({
  [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } },
});

const integer = (description: string) => ({ description, schema: { type: "integer" } });

const answerHeaders = {
  "X-Request-Id": { description: "The id of this call in the log.", schema: { type: "string", format: "uuid" } },
  "RateLimit-Limit": integer("Calls that the caller may make in a minute. Absent before the caller is known."),
  "RateLimit-Remaining": integer("What is left of them."),
  "RateLimit-Reset": integer("Seconds until the next minute."),
};
