import type { Operation } from "@/lib/api/operation";
import { scopes } from "@/lib/api-keys/scopes";
import { describeOperation } from "./describe-operation";
import { refusalSchema } from "./refusals";
import type { JsonSchema } from "./schema-of";

export interface OpenApiDocument {
  openapi: "3.1.1";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> };
}

/** What callers may ask for, from the very schemas by which their requests are parsed and their answers let out. */
export function openApiDocument(operations: Operation[]): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  const schemas: Record<string, JsonSchema> = { Refusal: refusalSchema };
  for (const operation of operations) {
    const described = describeOperation(operation);
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described.operation };
    Object.assign(schemas, described.schemas);
  }
  return {
    openapi: "3.1.1",
    info: { title: "Plumbline", version: "1", description },
    servers: [{ url: "/" }],
    paths,
    components: { schemas, securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: keys } } },
  };
}

const description =
  "What the channels write, in such a way that it cannot cause the faults that Plumbline finds. Every refusal says what is wrong in a sentence, and has an id under which the log of the server knows it.";

const keys = `An API key, \`plb_…\`, that an admin makes under Settings, API keys, for some of these scopes: ${Object.entries(
  scopes,
)
  .map(([name, about]) => `${name} (${about})`)
  .join(", ")}. Where an admin allows it, callers without a key are let in.`;
