import { z } from "zod";
import type { SortOrder } from "./define";

/** A row's place in an order: everything after it is the next page, everything before it the previous one. */
const Cursor = z.object({
  sort: z.string(),
  direction: z.enum(["asc", "desc"]),
  towards: z.enum(["next", "previous"]),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  key: z.union([z.string(), z.number()]),
});
export type Cursor = z.infer<typeof Cursor>;

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor), "utf8").toString("base64url");
}

/** Null where the text is no cursor, or one of another order. */
export function readCursor(text: string, order: SortOrder): Cursor | null {
  const cursor = Cursor.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8")));
  if (!cursor.success) return null;
  const fits = cursor.data.sort === order.column && cursor.data.direction === order.direction;
  return fits ? cursor.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
