import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./embedded-error";
import { writePrivateFile } from "./private-file";
import { isAlive, startMark } from "./process-identity";

const Run = z.object({
  pid: z.number(),
  startMark: z.string().nullable(),
  role: z.enum(["server", "command"]),
  address: z.string().nullable(),
  postgresPort: z.number().nullable(),
});

/** Who uses the data directory at the moment. One process at a time owns the database in it. */
export type Run = z.infer<typeof Run>;

/** Takes the data directory for this process, or says who has it. */
export function claimRun(dataDir: string, role: Run["role"]): void {
  const run: Run = { pid: process.pid, startMark: startMark(process.pid), role, address: null, postgresPort: null };
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(fileOf(dataDir), JSON.stringify(run), { flag: "wx", mode: 0o600 });
      process.once("exit", () => releaseRun(dataDir));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === 3) throw error;
    }
    refuseSecond(dataDir);
    rmSync(fileOf(dataDir), { force: true });
  }
}

/** Says who has the data directory, before anything is started. */
export function refuseSecond(dataDir: string): void {
  const other = readRun(dataDir);
  if (other) throw new EmbeddedError(alreadyRunning(other));
}

export function updateRun(dataDir: string, change: Partial<Pick<Run, "address" | "postgresPort">>): void {
  const run = readRun(dataDir);
  if (run?.pid === process.pid) writePrivateFile(fileOf(dataDir), JSON.stringify({ ...run, ...change }));
}

export function releaseRun(dataDir: string): void {
  if (readRun(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
}

/** The living owner of the data directory; null when there is none, or only the trace of one that was killed. */
export function readRun(dataDir: string): Run | null {
  const parsed = Run.safeParse(readJson(fileOf(dataDir)));
  if (!parsed.success) return null;
  const { pid } = parsed.data;
  return isAlive(pid) && startMark(pid) === parsed.data.startMark ? parsed.data : null;
}

function alreadyRunning({ pid, role, address }: Run): string {
  if (role === "command") return `A plumbline command is using the database (process ${pid}): wait for it to finish.`;
  const where = address ? ` at ${address}` : "";
  return `Plumbline is already running${where} (process ${pid}): use that one, or stop it first.`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, "run.json");
}
