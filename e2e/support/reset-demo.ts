import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { environment } from "./environment";
import { productEnvironment } from "./product";
import { forgetSignIns } from "./sign-in";

const execute = promisify(execFile);

/** Returns the database to the as-found state, with the command that people use, while the server runs. */
export async function resetDemo(): Promise<void> {
  await execute(process.execPath, ["scripts/plumbline.js", "demo", "reset"], {
    env: productEnvironment(environment.dataDir.get()),
  });
  forgetSignIns();
}
