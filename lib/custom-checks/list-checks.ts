import { type Context, requireRole } from "@/lib/auth/context";
import { readCheckFiles } from "./read-files";
import { readStoredChecks } from "./stored-checks";
import type { CustomCheck } from "./types";

/** The checks of the page and of the repository's files. */
export async function listCustomChecks(ctx: Context): Promise<CustomCheck[]> {
  requireRole(ctx, "viewer");
  const stored = await readStoredChecks(ctx.engine.db);
  const files = await readCheckFiles(process.cwd());
  return [
    ...stored.map((check): CustomCheck => ({ ...check, source: "page", fault: null })),
    ...files.map(
      ({ id, check, fault }): CustomCheck =>
        check
          ? { ...nothing, ...check, id, source: "file", fault: null }
          : { ...nothing, id, name: id, source: "file", fault },
    ),
  ];
}

const nothing = {
  description: "",
  owner: "",
  severity: "error",
  schemaName: "",
  tableName: "",
  form: "predicate",
  sql: "",
  changedAt: null,
} as const;
