import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { noDisk, saysNoDisk } from "./disk";
import { EmbeddedError } from "./embedded-error";
import type { SystemUser } from "./system-user";

export interface InitialiseOptions {
  initdb: string;
  cluster: string;
  password: string;
  user: SystemUser | null;
  collation: string[];
}

/** Makes a new cluster. It appears under its name only when it is whole, so a kill in between leaves none. */
export async function initialise({ initdb, cluster, password, user, collation }: InitialiseOptions): Promise<void> {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    chmodSync(draft, 0o700);
    for (const file of [draft, passwordFile]) chownSync(file, user.uid, user.gid);
  }
  try {
    await run(initdb, user, [
      `--pgdata=${draft}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      ...collation,
    ]);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (error instanceof Error && saysNoDisk(error.message)) throw noDisk(cluster);
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster);
}

function run(program: string, user: SystemUser | null, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...user, env: plainEnvironment, stdio: ["ignore", "ignore", "pipe"] });
    const lastResort = () => child.kill();
    process.once("exit", lastResort);
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", (cause) =>
      reject(new EmbeddedError(`PostgreSQL could not be set up: ${cause.message}.`, { cause })),
    );
    child.on("close", (code) => {
      process.off("exit", lastResort);
      if (code === 0) resolve();
      else reject(new EmbeddedError(`PostgreSQL could not be set up: ${said.trim() || `initdb ended with ${code}`}`));
    });
  });
}

/** PostgreSQL needs nothing of our environment, which holds secrets. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};
