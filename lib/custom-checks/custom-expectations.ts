import type { Catalog } from "@/lib/catalog/types";
import type { Expectation } from "@/lib/checks/define";
import type { CustomTarget } from "@/lib/checks/target";
import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CheckInput } from "./check-input";
import { checksDirectory, readCheckFiles } from "./read-files";
import { resolveRule } from "./resolve-rule";
import { readStoredChecks } from "./stored-checks";

/** What the files of the repository expect; a file that says no check is an expectation that cannot be checked. */
export async function fileExpectations(engine: Engine, catalog: Catalog, root: string): Promise<Expectation[]> {
  const files = await readCheckFiles(root);
  return Promise.all(
    files.map(async ({ id, check, fault }) =>
      check ? expect(engine, catalog, { id, ...check }) : expectation(unreadable(id, fault)),
    ),
  );
}

/** What the checks that were written on the page expect. */
export async function storedExpectations(engine: Engine, catalog: Catalog): Promise<Expectation[]> {
  const checks = await readStoredChecks(engine.db);
  return Promise.all(checks.map((check) => expect(engine, catalog, check)));
}

/** The check as the scan measures it. One that cannot be run stays, so that it is seen not to be checked. */
async function expect(engine: Engine, catalog: Catalog, check: CheckInput & { id: string }): Promise<Expectation> {
  const { id, name, severity, owner, description, schemaName, tableName, sql } = check;
  const known = { id, name, severity, owner, description, table: { schema: schemaName, name: tableName } };
  try {
    return expectation({ kind: "custom", ...known, rule: await resolveRule(engine, catalog, check) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return expectation({ kind: "custom", ...known, rule: { form: "predicate", sql }, fault: error.message });
  }
}

/** It names no table, so it stands at the place of the file. */
function unreadable(id: string, fault: string): CustomTarget {
  const table = { schema: checksDirectory, name: id };
  const rule = { form: "predicate", sql: "" } as const;
  return { kind: "custom", id, name: id, severity: "error", owner: "", description: "", table, rule, fault };
}

function expectation(target: CustomTarget): Expectation {
  return { check: "custom_check", target, playbook: null };
}
