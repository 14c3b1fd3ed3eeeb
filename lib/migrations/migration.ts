import { createHash } from "node:crypto";

/** One step of Plumbline's own schema. */
export interface Migration {
  version: string;
  name: string;
  sql: string;
  checksum: string;
}

export function defineMigration(version: string, name: string, sql: string): Migration {
  const text = sql.replaceAll("\r\n", "\n").trim();
  return { version, name, sql: text, checksum: createHash("sha256").update(text).digest("hex") };
}
