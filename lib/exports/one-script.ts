import { comment } from "./comment";
import type { ExportFile } from "./types";

/** All files in order as one script for psql. Each statement is a transaction of its own. */
export function oneScript(files: readonly ExportFile[]): string {
  const head = comment([
    "Run with psql -v ON_ERROR_STOP=1 -f, not with --single-transaction: every statement is a transaction of its own.",
  ]);
  return [head, ...files.map(({ name, sql }) => `${comment([name])}\n${sql}`)].join("\n\n");
}
