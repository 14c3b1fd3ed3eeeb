import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { platform } from "node:os";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    // Not permitted to signal it: it is alive and somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** It has ended, and whoever started it has not collected it: in a container perhaps nobody ever does. */
function hasEnded(pid: number): boolean {
  const state = platform() === "linux" ? statField(pid, 3) : ps(pid, "state");
  return state?.startsWith("Z") ?? false;
}

/** When the process began, in whatever unit the system tells it. With the pid it names one process for good: pids are used again. */
export function startMark(pid: number): string | null {
  return platform() === "linux" ? statField(pid, 22) : ps(pid, "lstart");
}

export function parentOf(pid: number): number | null {
  const parent = Number.parseInt((platform() === "linux" ? statField(pid, 4) : ps(pid, "ppid")) ?? "", 10);
  return Number.isInteger(parent) ? parent : null;
}

/** The command line, its words separated by spaces. */
export function commandLine(pid: number): string | null {
  if (platform() !== "linux") return ps(pid, "command");
  return readProc(pid, "cmdline")?.replaceAll("\0", " ") ?? null;
}

/** A field of /proc/<pid>/stat, counted as its manual does. The second is the command in parentheses and may hold spaces. */
function statField(pid: number, position: number): string | null {
  const stat = readProc(pid, "stat");
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[position - 3] ?? null;
}

function readProc(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return null;
  }
}

function ps(pid: number, field: string): string | null {
  try {
    const text = execFileSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
    return text.trim() || null;
  } catch {
    return null;
  }
}
