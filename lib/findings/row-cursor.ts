import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";

const Cursor = z.tuple([z.string(), z.array(z.string())]);

/** The key of the last row of a page, as one opaque word. */
export function encodeCursor(key: string[], row: Record<string, string | null>): string {
  const values = key.map((column) => row[column] ?? "");
  return Buffer.from(JSON.stringify([sealOf(key, values), values])).toString("base64url");
}

/** The key that a cursor stands for: column → text. Only what came from a row can be read as the types of its columns. */
export function decodeCursor(key: string[], cursor: string): Record<string, string> {
  const parsed = Cursor.safeParse(parse(cursor));
  if (!parsed.success || parsed.data[0] !== sealOf(key, parsed.data[1])) {
    throw new AppError("invalid", "The address of this page is not valid; begin again at the first page.");
  }
  const [, values] = parsed.data;
  return Object.fromEntries(key.map((column, at) => [column, values[at] ?? ""]));
}

// It keeps nobody out, and need not: it tells an address that was changed or made up from one that a page gave.
function sealOf(key: string[], values: string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([key, values]))
    .digest("base64url")
    .slice(0, 12);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}
