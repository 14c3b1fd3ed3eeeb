import { randomBytes } from "node:crypto";
import { askPassword, readPassword } from "./ask";
import { CommandError } from "./sentence";

export interface ChosenPassword {
  password: string;
  isGenerated: boolean;
}

/** From standard input, typed twice on a terminal, or made up. */
export async function choosePassword(fromStdin: boolean): Promise<ChosenPassword> {
  if (fromStdin) return { password: accept(await readPassword()), isGenerated: false };
  if (!process.stdin.isTTY) return generated();
  const password = await askPassword("Password (empty for a generated one): ");
  if (password === "") return generated();
  accept(password);
  if ((await askPassword("The same again: ")) !== password) throw new CommandError("The two passwords differ.");
  return { password, isGenerated: false };
}

function generated(): ChosenPassword {
  return { password: randomBytes(15).toString("base64url"), isGenerated: true };
}

/** bcrypt looks at no more than 72 bytes. */
function accept(password: string): string {
  if (password.length >= 10 && Buffer.byteLength(password) <= 72) return password;
  throw new CommandError("A password must have at least 10 characters and at most 72 bytes.");
}
