import type { Catalog } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import { fileExpectations, storedExpectations } from "@/lib/custom-checks/custom-expectations";
import type { Engine } from "@/lib/db";
import { expectationsOf } from "./expectations";

/** What a scan measures: what playbooks promise, what the catalogue declares, and what people wrote on the page and in files. */
export async function allExpectations(engine: Engine, catalog: Catalog, root = process.cwd()): Promise<Expectation[]> {
  const stored = await storedExpectations(engine, catalog);
  const files = await fileExpectations(engine, catalog, root);
  return [...expectationsOf(catalog), ...stored, ...files];
}
