import { statfsSync } from "node:fs";
import { EmbeddedError } from "./embedded-error";

const megabyte = 1024 * 1024;

/** A new database takes about 120 MB with its write-ahead log; one that is there needs room to recover. */
export function requireDisk(directory: string, isNew: boolean): void {
  const { bavail, bsize } = statfsSync(directory);
  const free = Math.floor((bavail * bsize) / megabyte);
  const needed = isNew ? 300 : 32;
  if (free < needed) throw noDisk(directory, `${free} MB are free and ${needed} MB are needed`);
}

export function noDisk(directory: string, why = "the disk is full"): EmbeddedError {
  return new EmbeddedError(
    `There is no room for the database in ${directory}: ${why}. Free some, or set PLUMBLINE_DATA_DIR to another disk.`,
  );
}

/** PostgreSQL, initdb and the file system each say it in the same words. */
export function saysNoDisk(text: string): boolean {
  return /No space left on device|ENOSPC|Disk quota exceeded/i.test(text);
}
