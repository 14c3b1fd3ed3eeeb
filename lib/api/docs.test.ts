import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { scopeNames } from "@/lib/api-keys/scopes";
import { allOperations } from "./all-operations";

const docs = readFileSync(path.resolve(import.meta.dirname, "../../docs/api.md"), "utf8");

test("docs/api.md names each call beside the scope that it needs, and no other", () => {
  const rows = [...docs.matchAll(/^\| `(\w+:\w+)` \| (.+) \|$/gm)].map(([, scope, calls]) => [
    scope,
    calls?.split(", ").sort(),
  ]);
  const callsOf = (scope: string) =>
    allOperations
      .filter((operation) => operation.scope === scope)
      .map(({ method, path: pattern }) => `\`${method.toUpperCase()} ${pattern}\``)
      .sort();
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(scopeNames.map((scope) => [scope, callsOf(scope)])));
});
