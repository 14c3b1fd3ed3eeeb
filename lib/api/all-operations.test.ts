import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { allOperations } from "./all-operations";
import type { Operation } from "./operation";

const root = path.resolve(import.meta.dirname, "../..");

/** What the handlers of callers answer to, by the files of the routes. */
async function routed(): Promise<Record<string, Operation | undefined>> {
  const found: Record<string, Operation | undefined> = {};
  for (const file of globSync("app/api/**/route.ts", { cwd: root })) {
    const source = readFileSync(path.join(root, file), "utf8");
    if (!source.includes("callerRoute(")) continue;
    const address = `/${path.dirname(file).replace(/^app\//, "")}`.replaceAll(/\[(\w+)\]/g, "{$1}");
    const module: Record<string, { operation?: Operation }> = await import(path.join(root, file));
    for (const [method, handler] of Object.entries(module)) found[`${method} ${address}`] = handler.operation;
  }
  return found;
}

test("every route of callers is in the document, at its own address, and nothing else is", async () => {
  const documented = allOperations.map((operation) => [
    `${operation.method.toUpperCase()} ${operation.path}`,
    operation,
  ]);
  expect(await routed()).toEqual(Object.fromEntries(documented));
  expect(new Set(allOperations.map(({ id }) => id)).size).toBe(allOperations.length);
});
