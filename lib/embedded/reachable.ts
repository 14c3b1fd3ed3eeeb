import { statSync } from "node:fs";
import path from "node:path";
import type { SystemUser } from "./system-user";

/** Whether a user may enter a directory: every directory on the way must let them through. */
export function canEnter(user: SystemUser, directory: string): boolean {
  const absolute = path.resolve(directory);
  const parent = path.dirname(absolute);
  if (parent !== absolute && !canEnter(user, parent)) return false;
  const stat = statSync(absolute, { throwIfNoEntry: false });
  // What does not exist yet is made by us, open to them.
  if (!stat) return true;
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0;
}
