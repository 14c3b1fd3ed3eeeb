import { renameSync, writeFileSync } from "node:fs";

/** Writes a file that only its owner may read; a crash leaves the old content or the new one. */
export function writePrivateFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}
