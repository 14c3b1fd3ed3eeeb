import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Catalog } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import type { Engine } from "@/lib/db";
import { withUndeclared } from "@/lib/references/with-undeclared";
import { allExpectations } from "./all-expectations";

export interface Expected {
  catalog: Catalog;
  expectations: Expectation[];
}

/** The database as it is, and what is expected of it. */
export async function readExpected(engine: Engine, signal?: AbortSignal): Promise<Expected> {
  const catalog = await withUndeclared(engine.db, await readCatalog(engine.db), signal);
  return { catalog, expectations: await allExpectations(engine, catalog) };
}
