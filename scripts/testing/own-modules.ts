import { readFileSync } from "node:fs";
import { afterAll, expect, vi } from "vitest";

/**
 * The test files of a worker share the modules they import: to import all of them anew costs every file a second. A file that
 * replaces a module, or changes what the whole process sees, gets its own, and leaves nothing of that to the next.
 */
const ofTheProcess = /\bvi\.mock\(|\bprocess\.env\b|\bstubEnv\b|\binProcess\b|\bgetEngine\b/;

const { testPath } = expect.getState();
if (!testPath) throw new Error("Vitest does not say which file this is.");
forgetShared();
if (ofTheProcess.test(readFileSync(testPath, "utf8"))) {
  const before = { ...process.env };
  vi.resetModules();
  afterAll(() => {
    vi.resetModules();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
}

/** What the product keeps once per process; that of the file before belongs to a database that is gone. */
function forgetShared(): void {
  for (const slot of Object.getOwnPropertySymbols(globalThis)) {
    if (slot.description?.startsWith("plumbline.")) Reflect.deleteProperty(globalThis, slot);
  }
}
