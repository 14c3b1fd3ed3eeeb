import { requireNode } from "./node-version.js";

requireNode();
process.chdir(new URL("..", import.meta.url).pathname);
process.env.NODE_ENV ??= "production";

const { register } = await import("tsx/esm/api");
register();
const { runWorker } = await import("./worker.ts");
await runWorker();
