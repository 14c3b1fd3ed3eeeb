import { z } from "zod";
import { AppError } from "@/lib/errors";

const Cursor = z.array(z.string());

/** The key of the last row of a page, as one opaque word. */
export function encodeCursor(key: string[], row: Record<string, string | null>): string {
  return Buffer.from(JSON.stringify(key.map((column) => row[column] ?? ""))).toString("base64url");
}

/** The key that a cursor stands for: column → text. */
export function decodeCursor(key: string[], cursor: string): Record<string, string> {
  const values = Cursor.safeParse(parse(cursor));
  if (!values.success || values.data.length !== key.length) {
    throw new AppError("invalid", "The address of this page is not valid; begin again at the first page.");
  }
  return Object.fromEntries(key.map((column, at) => [column, values.data[at] ?? ""]));
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}
