import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { projectRoot } from "./project-root";

/** Where a phase writes its report; the one of the run before is gone. */
export function reportFile(name: string): string {
  const file = path.join(projectRoot, "test-results", `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** Null when the phase ended before it wrote one. */
export function readReport<T>(file: string, shape: z.ZodType<T>): T | null {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}
