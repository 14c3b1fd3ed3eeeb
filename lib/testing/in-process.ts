import { vi } from "vitest";

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Where a command would leave the process. */
class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs a command in this process, in such surroundings: what it writes, and how it would end. One at a time. */
export async function inProcess(
  work: () => Promise<unknown>,
  surroundings: Record<string, string | undefined>,
): Promise<Ended> {
  const said = { out: "", err: "" };
  const listen = (stream: NodeJS.WriteStream, to: keyof typeof said) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said[to] += String(text);
      return true;
    });
  const exit = vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Exit(Number(code ?? 0));
  });
  const spies = [listen(process.stdout, "out"), listen(process.stderr, "err"), exit];
  for (const [name, value] of Object.entries(surroundings)) vi.stubEnv(name, value);
  const before = process.exitCode;
  const listeners = signals.map((signal) => [signal, new Set(process.listeners(signal))] as const);
  process.exitCode = undefined;
  try {
    await work();
    return { code: Number(process.exitCode ?? 0), ...said };
  } catch (error) {
    if (error instanceof Exit) return { code: error.code, ...said };
    throw error;
  } finally {
    process.exitCode = before;
    // A command that is over must not keep this process from being stopped.
    for (const [signal, own] of listeners)
      for (const listener of process.listeners(signal)) if (!own.has(listener)) process.off(signal, listener);
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
