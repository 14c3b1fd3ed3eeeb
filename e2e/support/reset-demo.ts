import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { environment } from "./environment";
import { productEnvironment } from "./product";
import { forgetSignIns } from "./sign-in";
import { untilScanned } from "./until-scanned";

const execute = promisify(execFile);

/**
 * Returns the database to the as-found state, and scans it once. The server does that by itself within ten seconds; a spec
 * would wait for it, or be surprised by it.
 */
export async function resetDemo(): Promise<void> {
  await loadDemo();
  await untilScanned();
}

/** With the command that people use, while the server runs. */
export async function loadDemo(): Promise<void> {
  await execute(process.execPath, ["scripts/plumbline.js", "demo", "reset"], {
    env: productEnvironment(environment.dataDir.get()),
  });
  forgetSignIns();
}
