import { existsSync } from "node:fs";
import path from "node:path";

/** Reads `.env.local` and `.env` into the environment; what is already set there wins. */
export function loadEnv(root: string): void {
  for (const name of [".env.local", ".env"]) {
    const file = path.join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
