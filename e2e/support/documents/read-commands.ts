import { readFileSync } from "node:fs";
import path from "node:path";

const document = readFileSync(path.join(import.meta.dirname, "sessions-multi-customer.md"), "utf8");

/** The commands of the document, letter by letter, in order. */
export function curlCommands(): string[] {
  const found: string[] = [];
  let open: string | null = null;
  for (const line of document.split("\n")) {
    if (open === null && !line.startsWith("curl ")) continue;
    open = open === null ? line : `${open}\n${line}`;
    if (line.endsWith("\\") || open.split("'").length % 2 === 0) continue;
    found.push(open);
    open = null;
  }
  return found;
}

/** The query that begins so, up to its semicolon. */
export function query(beginning: string): string {
  const at = document.indexOf(beginning);
  if (at < 0) throw new Error(`The document has no query ${beginning}`);
  return document.slice(at, document.indexOf(";", at));
}
