import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { platform } from "node:os";
import { commandLine, parentOf, startMark } from "@/lib/embedded/process-identity";

export interface Process {
  pid: number;
  startMark: string | null;
}

/** Every living process that works in this data directory, with all that these have started. */
export function processesOf(dataDir: string): Process[] {
  const pids = allPids().filter((pid) => pid !== process.pid);
  const found = new Set(pids.filter((pid) => worksIn(pid, dataDir)));
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const pid of pids) if (found.has(parentOf(pid) ?? 0)) found.add(pid);
  }
  return [...found].map((pid) => ({ pid, startMark: startMark(pid) })).filter(isLiving);
}

/** Those that have not ended since; a process that ended and was not reaped yet has no command line. */
export function isLiving({ pid, startMark: mark }: Process): boolean {
  return startMark(pid) === mark && Boolean(commandLine(pid));
}

function worksIn(pid: number, dataDir: string): boolean {
  return Boolean(commandLine(pid)?.includes(dataDir)) || environmentOf(pid).includes(`PLUMBLINE_DATA_DIR=${dataDir}`);
}

function allPids(): number[] {
  const names =
    platform() === "linux"
      ? readdirSync("/proc").filter((name) => /^\d+$/.test(name))
      : execFileSync("ps", ["-A", "-o", "pid="], { encoding: "utf8" }).trim().split(/\s+/);
  return names.map(Number);
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    // It has ended meanwhile, belongs to another user, or this system has no such file.
    return "";
  }
}
