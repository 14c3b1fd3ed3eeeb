import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type FileCheck, parseCheckFile } from "./check-file";

/** Where a team keeps checks that it wants to review like code, from the directory in which Plumbline runs. */
export const checksDirectory = "plumbline-checks";

/** Every `plumbline-checks/*.sql`, by name; none where there is no such directory. */
export async function readCheckFiles(root: string): Promise<FileCheck[]> {
  const directory = path.join(root, checksDirectory);
  const files = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return Promise.all(
    files
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map(async (file) => parseCheckFile(file, await readFile(path.join(directory, file), "utf8"))),
  );
}
