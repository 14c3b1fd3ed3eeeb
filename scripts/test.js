import { requireNode } from "./node-version.js";

requireNode();
process.chdir(new URL("..", import.meta.url).pathname);

const { register } = await import("tsx/esm/api");
register();
const { runTests } = await import("./test/run-tests.ts");
process.exitCode = await runTests(process.argv.slice(2));
