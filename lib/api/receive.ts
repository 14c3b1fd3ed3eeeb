import { z } from "zod";
import { AppError } from "@/lib/errors";
import { inspectJson } from "./inspect-json";
import type { Operation, Received } from "./operation";

const parts = ["params", "query", "headers", "body"] as const;
type Part = (typeof parts)[number];

interface Given {
  params: unknown;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  body: unknown;
}

/** What the operation asks for, parsed; otherwise one sentence that names every field which is wrong. */
export function receive<O extends Operation>(operation: O, given: Given): Received<O> {
  const unstorable = inspectJson({ params: given.params, query: given.query });
  if (unstorable) throw new AppError("invalid", unstorable);
  const faults: string[] = [];
  const received: Partial<Record<Part, unknown>> = {};
  for (const part of parts) {
    const parsed = operation[part]?.safeParse(given[part]);
    if (parsed?.error) faults.push(...parsed.error.issues.map((issue) => faultOf(part, issue)));
    received[part] = parsed?.data;
  }
  if (faults.length > 0) throw new AppError("invalid", `The request is not valid. ${faults.join(" ")}`);
  return received as Received<O>;
}

/** The headers that the operation names, and no others. */
export function namedHeaders({ headers: schema }: Operation, headers: Headers): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(schema?.shape ?? {}).map((name) => [name, headers.get(name) ?? undefined]));
}

function faultOf(part: Part, { path, message }: z.core.$ZodIssue): string {
  const field = path.length > 0 ? z.core.toDotPath(path) : "";
  const where = part === "headers" ? `the header ${field}` : field || `the ${part}`;
  return `${where}: ${message.replace(/\.?$/, ".")}`;
}
