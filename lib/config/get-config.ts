import type { Config } from "./config";
import { parseConfig } from "./parse-config";

// Next bundles this module more than once in a process; the symbol makes them share what was parsed at the start.
const slot = Symbol.for("plumbline.config");
const shared = globalThis as { [slot]?: Config };

/** The configuration of this process. */
export function getConfig(): Config {
  shared[slot] ??= parseConfig(process.env, process.cwd());
  return shared[slot];
}

/** For the start of a process, once the database and the secrets are known. */
export function setConfig(config: Config): void {
  shared[slot] = config;
}
