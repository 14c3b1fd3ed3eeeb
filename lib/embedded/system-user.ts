import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";
import { EmbeddedError } from "./embedded-error";

export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so root gives it to the user `postgres`,
 * who is made when absent; everybody else keeps it. Null means the user of this process.
 */
export function postgresUser(): SystemUser | null {
  if (userInfo().uid !== 0) return null;
  const user = lookUp();
  if (user) return user;
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  } catch (cause) {
    throw new EmbeddedError(
      "PostgreSQL does not run as root and no user postgres could be made for it: start Plumbline as an ordinary user, or run `useradd --system postgres` first.",
      { cause },
    );
  }
  const made = lookUp();
  if (made) return made;
  throw new EmbeddedError("PostgreSQL does not run as root: start Plumbline as an ordinary user.");
}

function lookUp(): SystemUser | null {
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function id(flag: string): number {
  return Number.parseInt(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }), 10);
}
