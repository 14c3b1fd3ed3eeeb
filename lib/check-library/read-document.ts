import { readFile } from "node:fs/promises";
import path from "node:path";
import type { CheckCode } from "@/lib/checks/codes";

/** `docs/checks/<code>.md`; null where nobody has written it. */
export async function readDocument(root: string, code: CheckCode): Promise<string | null> {
  try {
    return await readFile(path.join(root, "docs", "checks", `${code}.md`), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
