import { createHash } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { canEnter } from "./reachable";
import type { SystemUser } from "./system-user";

const shared = "/var/lib/plumbline";

/** Where things that the user of PostgreSQL must reach are kept for one data directory. */
export interface Place {
  directory: string;
  /** Set when it could not be the data directory itself; a sentence for people. */
  moved: string | null;
}

/** The data directory, or where PostgreSQL runs as another user who cannot enter it, one that it can. */
export function choosePlace(dataDir: string, user: SystemUser | null): Place {
  mkdirSync(dataDir, { recursive: true, mode: user ? 0o711 : 0o700 });
  if (!user) return { directory: dataDir, moved: null };
  if (canEnter(user, path.dirname(dataDir))) {
    chmodSync(dataDir, 0o711);
    return { directory: dataDir, moved: null };
  }
  const directory = path.join(shared, createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 12));
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  return {
    directory,
    moved: `PostgreSQL runs as the user postgres, who cannot enter ${dataDir}: the database is kept in ${directory}.`,
  };
}
