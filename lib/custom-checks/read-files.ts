import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type FileCheck, parseCheckFile } from "./check-file";

/** Where a team keeps checks that it wants to review like code, from the directory in which Plumbline runs. */
export const checksDirectory = "plumbline-checks";

/** Every `plumbline-checks/*.sql`, by name; none where there is no such directory. What cannot be read says no check. */
export async function readCheckFiles(root: string): Promise<FileCheck[]> {
  const directory = path.join(root, checksDirectory);
  try {
    const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
    return await Promise.all(files.map((file) => readCheckFile(directory, file)));
  } catch (error) {
    return codeOf(error) === "ENOENT" ? [] : [unreadable(checksDirectory, error)];
  }
}

async function readCheckFile(directory: string, file: string): Promise<FileCheck> {
  try {
    return parseCheckFile(file, await readFile(path.join(directory, file), "utf8"));
  } catch (error) {
    return unreadable(file, error);
  }
}

const reasons: Record<string, string> = {
  EACCES: "Plumbline may not read it.",
  EISDIR: "it is a directory and not a file.",
  ENOENT: "it leads to a file that is not there.",
  ENOTDIR: "it is a file and not a directory with a file for each check.",
};

function unreadable(id: string, error: unknown): FileCheck {
  const code = codeOf(error);
  return { id, check: null, fault: `${id} says no check: ${reasons[code] ?? `it cannot be read (${code}).`}` };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "no reason is given";
}
