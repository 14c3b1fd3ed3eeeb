import { requireNode } from "./node-version.js";

requireNode();
process.chdir(new URL("..", import.meta.url).pathname);
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.DO_NOT_TRACK = "1";
const isDevelopment = process.argv.includes("--dev");
process.env.NODE_ENV = isDevelopment ? "development" : "production";

const { register } = await import("tsx/esm/api");
register();
if (process.argv.includes("--build")) {
  const { buildOnly } = await import("./start/build.ts");
  await buildOnly();
} else {
  const { start } = await import("./start.ts");
  await start({ isDevelopment });
}
