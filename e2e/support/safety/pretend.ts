/** Something about the machine that a start has to notice, as an option for Node.js. */
function preload(code: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

export const oldNode: Record<string, string> = preload(`
  Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } });
  Object.defineProperty(process, "version", { value: "v20.19.0" });
`);

export const fullDisk: Record<string, string> = preload(`
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  fs.statfsSync = () => ({ bsize: 4096, blocks: 1e6, bfree: 2560, bavail: 2560 });
  syncBuiltinESMExports();
`);
