import { existsSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "./config";

/** Reads `.env.local` and `.env` into the environment; what is already set there wins. */
export function loadEnv(root: string): void {
  for (const name of [".env.local", ".env"]) {
    const file = path.join(root, name);
    if (existsSync(file)) load(file, name);
  }
}

function load(file: string, name: string): void {
  try {
    process.loadEnvFile(file);
  } catch (cause) {
    throw new ConfigError(`${name} cannot be read: it has to be a file that Plumbline may read.`, { cause });
  }
}
