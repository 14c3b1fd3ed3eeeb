import { requireNode } from "./node-version.js";

requireNode();
process.chdir(new URL("..", import.meta.url).pathname);

const { register } = await import("tsx/esm/api");
register();
const { testOnPostgres } = await import("./test/test-on-postgres.ts");
process.exitCode = await testOnPostgres(process.argv.slice(2));
