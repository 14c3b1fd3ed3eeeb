import { spawn } from "node:child_process";
import path from "node:path";
import { productEnvironment } from "./product";

/** Playwright calls it once before the specs: the workers' products share one build, and none must find it half made. */
export default function setup(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const root = path.resolve(import.meta.dirname, "../..");
  const child = spawn(process.execPath, ["scripts/start.js", "--build"], {
    cwd: root,
    env: productEnvironment(path.join(root, "test-results")),
    stdio: "inherit",
  });
  child.once("error", reject);
  child.once("close", (code) => (code === 0 ? resolve() : reject(new Error("The console could not be built."))));
  return promise;
}
