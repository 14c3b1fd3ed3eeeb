import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./embedded-error";
import { writePrivateFile } from "./private-file";

const Secrets = z.object({
  /** Signs sessions and makes the keys of the Supabase API in this process. */
  secret: z.string().min(32),
  postgresPassword: z.string().min(16),
  demoPassword: z.string().min(10),
});

export type Secrets = z.infer<typeof Secrets>;

/** The secrets of this installation: generated once, kept beside the data, readable by the owner only. */
export function ensureSecrets(dataDir: string, demoPassword: string | null = null): Secrets {
  const file = fileOf(dataDir);
  if (existsSync(file)) return read(file);
  const secrets: Secrets = {
    secret: randomBytes(32).toString("hex"),
    postgresPassword: randomBytes(24).toString("base64url"),
    demoPassword: demoPassword ?? readablePassword(),
  };
  return write(file, secrets);
}

/** For a demo that is made anew: what is kept is always the password that its operators have. */
export function changeDemoPassword(dataDir: string, demoPassword: string): Secrets {
  return write(fileOf(dataDir), { ...ensureSecrets(dataDir), demoPassword });
}

/** Nearly sixty bits, without the letters and digits that are taken for each other: it is read from a terminal and typed. */
function readablePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const groups = Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(""),
  );
  return groups.join("-");
}

function write(file: string, secrets: Secrets): Secrets {
  writePrivateFile(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, "secrets.json");
}

function read(file: string): Secrets {
  const parsed = Secrets.safeParse(parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new EmbeddedError(
    `${file} is damaged: put its backup back, or remove the whole directory to begin with a new database.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
