import { spawn } from "node:child_process";
import path from "node:path";
import { projectRoot } from "./project-root";

export interface Command {
  program: string;
  parameters: string[];
  /** Shows the output while it comes instead of returning it. */
  live?: boolean;
  timeoutMs?: number;
}

export interface Finished {
  code: number | null;
  output: string;
  timedOut: boolean;
}

/** Runs a program of `node_modules/.bin` or of the system in the project's root. */
export function runCommand({ program, parameters, live = false, timeoutMs = 600_000 }: Command): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: projectRoot,
      env: environment(),
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGTERM");
    }, timeoutMs);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, output, timedOut });
    });
  });
}

function environment(): NodeJS.ProcessEnv {
  const bin = path.join(projectRoot, "node_modules", ".bin");
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
    DO_NOT_TRACK: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
