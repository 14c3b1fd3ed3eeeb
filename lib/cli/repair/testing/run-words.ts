import { Command } from "commander";
import { vi } from "vitest";

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** For tests: a command line in this process, as `plumbline` itself reads its words. */
export async function runWords(commands: Command[], words: string[]): Promise<Ended> {
  const said = { out: "", err: "" };
  const keep = (name: "out" | "err") => (text: string | Uint8Array) => {
    said[name] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(keep("err")),
  ];
  try {
    process.exitCode = undefined;
    const program = new Command();
    for (const command of commands) program.addCommand(command);
    await program.parseAsync(words, { from: "user" });
    return { code: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
