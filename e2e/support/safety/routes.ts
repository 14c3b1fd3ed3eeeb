import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const app = path.resolve(import.meta.dirname, "../../../app");

/** The addresses of every route handler, with the parameters still in brackets. */
export function apiRoutes(): string[] {
  return addresses("api/**/route.ts");
}

/** The addresses of every page. */
export function pages(): string[] {
  return addresses("**/page.tsx");
}

/** Whether it answers callers with an API key and nobody who is signed in. */
export function isForCallers(address: string): boolean {
  return sourceOf(address).includes("callerRoute(");
}

/** The methods that a route handler answers to. */
export function methodsOf(address: string): string[] {
  return [...sourceOf(address).matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)].map(
    ([, method]) => method ?? "",
  );
}

/** Fills the brackets; says so where a parameter has no example, so that a new address cannot be forgotten. */
export function fill(address: string, examples: Record<string, string>): string {
  return address.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    const example = examples[`${address.split("/[")[0]}/[${name}]`];
    if (example === undefined) throw new Error(`Give an example of [${name}] in ${address}.`);
    return encodeURIComponent(example);
  });
}

function sourceOf(address: string): string {
  return readFileSync(path.join(app, address, "route.ts"), "utf8");
}

function addresses(pattern: string): string[] {
  return globSync(pattern, { cwd: app })
    .map((file) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)|\/\.$/g, "") || "/")
    .sort();
}
