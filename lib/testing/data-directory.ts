import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { clearLeftover } from "@/lib/embedded/leftover";
import { choosePlace } from "@/lib/embedded/place";
import { isAlive } from "@/lib/embedded/process-identity";
import { postgresUser } from "@/lib/embedded/system-user";

const prefix = "plumbline-test-";

/** A data directory for this process in the system's temporary one. */
export async function makeDataDirectory(): Promise<string> {
  await sweep();
  return mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Removes it, with the PostgreSQL in it when that still runs. */
export async function removeDataDirectory(dataDir: string): Promise<void> {
  const { directory } = choosePlace(dataDir, postgresUser());
  await clearLeftover(path.join(directory, "postgres"));
  for (const place of new Set([directory, dataDir])) rmSync(place, { recursive: true, force: true });
}

/** A run that was killed could remove nothing: the next one does. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await removeDataDirectory(path.join(tmpdir(), name));
  }
}
