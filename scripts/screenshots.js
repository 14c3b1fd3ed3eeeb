import { requireNode } from "./node-version.js";

requireNode();
process.chdir(new URL("..", import.meta.url).pathname);

const { register } = await import("tsx/esm/api");
register();
const { takeScreenshots } = await import("./screenshots/take-screenshots.ts");
await takeScreenshots("public/screenshots");
