import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";

const sources = [
  "{app,components,lib,public}/**/*",
  "{proxy,instrumentation}.ts",
  "{next.config.js,postcss.config.mjs,package.json,package-lock.json}",
];

/** What the build is made of, in one line: it changes exactly when a new build is needed. */
export async function hashSource(root: string): Promise<string> {
  const names: string[] = [];
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) names.push(path.join(entry.parentPath, entry.name));
  }
  const hash = createHash("sha256");
  for (const name of names.sort()) {
    hash.update(path.relative(root, name)).update("\0");
    hash.update(await readFile(name)).update("\0");
  }
  return hash.digest("hex");
}
